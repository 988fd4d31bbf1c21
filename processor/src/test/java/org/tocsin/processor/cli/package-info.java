@NullMarked
package org.tocsin.processor.cli;

import org.jspecify.annotations.NullMarked;
