/** Does this article report an attack at all? Most news stops here. */
@NullMarked
package org.tocsin.coder.gate;

import org.jspecify.annotations.NullMarked;
