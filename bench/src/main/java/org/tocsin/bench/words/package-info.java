/** Draws the coder's word clusters from word vectors. */
@NullMarked
package org.tocsin.bench.words;

import org.jspecify.annotations.NullMarked;
