/** Which sentences report an attack, and which of them report the same one. */
@NullMarked
package org.tocsin.coder.incident;

import org.jspecify.annotations.NullMarked;
