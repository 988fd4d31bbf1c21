/** Choosing one of several readings by a learned log-linear model over hashed features. */
@NullMarked
package org.tocsin.coder.choice;

import org.jspecify.annotations.NullMarked;
