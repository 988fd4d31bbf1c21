/** A real broker and a real schema registry on this machine, and the topics and schemas that the pipeline needs. */
@NullMarked
package org.tocsin.processor.stack;

import org.jspecify.annotations.NullMarked;
