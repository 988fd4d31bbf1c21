/** Who was attacked, as something that can be counted: ids for targets, listed or not. */
@NullMarked
package org.tocsin.coder.link;

import org.jspecify.annotations.NullMarked;
