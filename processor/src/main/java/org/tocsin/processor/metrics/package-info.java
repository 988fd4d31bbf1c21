/** What the pipeline tells of itself: how far behind it is, what it has done, and whether it is well. */
@NullMarked
package org.tocsin.processor.metrics;

import org.jspecify.annotations.NullMarked;
