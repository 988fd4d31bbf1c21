/** The targets and rules that an installation watches, changed at run time. */
@NullMarked
package org.tocsin.processor.watchlist;

import org.jspecify.annotations.NullMarked;
