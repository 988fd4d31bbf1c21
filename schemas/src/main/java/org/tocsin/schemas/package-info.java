/**
 * The contracts: records generated from the Avro schemas, their serdes, and the catalogue of topics. The generated
 * records know no nullness annotations, so the classes written by hand are marked one by one.
 */
package org.tocsin.schemas;
