/** How many distinct incidents hit this subject on this civil day? */
@NullMarked
package org.tocsin.processor.tally;

import org.jspecify.annotations.NullMarked;
