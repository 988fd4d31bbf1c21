/** How many people an attack killed and injured: numbers found in the text, and the ones that are its toll chosen. */
@NullMarked
package org.tocsin.coder.casualty;

import org.jspecify.annotations.NullMarked;
