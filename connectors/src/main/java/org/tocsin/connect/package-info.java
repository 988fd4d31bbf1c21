/** Kafka Connect plugins: news comes in, alerts go out. */
@NullMarked
package org.tocsin.connect;

import org.jspecify.annotations.NullMarked;
