@NullMarked
package org.tocsin.processor.stack;

import org.jspecify.annotations.NullMarked;
