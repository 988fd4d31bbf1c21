@NullMarked
package org.tocsin.processor.metrics;

import org.jspecify.annotations.NullMarked;
