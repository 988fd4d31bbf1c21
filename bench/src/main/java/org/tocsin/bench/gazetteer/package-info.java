/** Builds the coder's gazetteer from GeoNames. */
@NullMarked
package org.tocsin.bench.gazetteer;

import org.jspecify.annotations.NullMarked;
