/** The whole pipeline on a real broker: processor time and latency. */
@NullMarked
package org.tocsin.bench.pipeline;

import org.jspecify.annotations.NullMarked;
