/** Commands that train the coder's models and measure its accuracy and speed. */
@NullMarked
package org.tocsin.bench;

import org.jspecify.annotations.NullMarked;
