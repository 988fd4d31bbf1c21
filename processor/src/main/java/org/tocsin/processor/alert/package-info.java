/** Does a day's count exceed a rule's threshold? */
@NullMarked
package org.tocsin.processor.alert;

import org.jspecify.annotations.NullMarked;
