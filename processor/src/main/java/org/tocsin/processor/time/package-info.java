/** Pipeline time: how far the articles have been read, so that days close when their news is in and not before. */
@NullMarked
package org.tocsin.processor.time;

import org.jspecify.annotations.NullMarked;
