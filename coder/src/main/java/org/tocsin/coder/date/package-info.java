/** The day of an attack: date expressions found, resolved against publication, and the one that is meant chosen. */
@NullMarked
package org.tocsin.coder.date;

import org.jspecify.annotations.NullMarked;
