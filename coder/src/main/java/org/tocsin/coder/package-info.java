/** The event coder: an article in, the attacks that it reports out. */
@NullMarked
package org.tocsin.coder;

import org.jspecify.annotations.NullMarked;
