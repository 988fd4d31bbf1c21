/** Training: each model file of the coder is rebuilt here, bit for bit, from the annotated sets. */
@NullMarked
package org.tocsin.bench.train;

import org.jspecify.annotations.NullMarked;
