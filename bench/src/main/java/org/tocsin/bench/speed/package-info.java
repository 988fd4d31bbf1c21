/** How fast the coder is: JMH benchmarks. */
@NullMarked
package org.tocsin.bench.speed;

import org.jspecify.annotations.NullMarked;
