/** Do the public topics agree with each other? Counts and alerts computed again from the incidents. */
@NullMarked
package org.tocsin.processor.verify;

import org.jspecify.annotations.NullMarked;
