/** Where an attack happened: the gazetteer, the names of countries and peoples, and the choice among places named. */
@NullMarked
package org.tocsin.coder.place;

import org.jspecify.annotations.NullMarked;
