/** The Kafka Streams application: code, merge, tally, alert. */
@NullMarked
package org.tocsin.processor;

import org.jspecify.annotations.NullMarked;
