/** Who was attacked, by whom, with what: noun phrases found and ranked for the three roles. */
@NullMarked
package org.tocsin.coder.role;

import org.jspecify.annotations.NullMarked;
