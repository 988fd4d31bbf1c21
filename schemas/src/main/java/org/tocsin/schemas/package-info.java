/** The contracts: records generated from the Avro schemas, their serdes, and the catalogue of topics. */
@NullMarked
package org.tocsin.schemas;

import org.jspecify.annotations.NullMarked;
