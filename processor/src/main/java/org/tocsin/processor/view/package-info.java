/** What subscribers see, kept on this machine: the newest record of each key of the public topics. */
@NullMarked
package org.tocsin.processor.view;

import org.jspecify.annotations.NullMarked;
