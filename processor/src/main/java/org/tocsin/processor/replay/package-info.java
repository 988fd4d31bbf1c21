/** The whole pipeline over a file of articles, without a broker. */
@NullMarked
package org.tocsin.processor.replay;

import org.jspecify.annotations.NullMarked;
