/** HTTP: health, metrics, the topology, and the read API over the local view. */
@NullMarked
package org.tocsin.processor.http;

import org.jspecify.annotations.NullMarked;
