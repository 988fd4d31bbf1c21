@NullMarked
package org.tocsin.processor.merge;

import org.jspecify.annotations.NullMarked;
