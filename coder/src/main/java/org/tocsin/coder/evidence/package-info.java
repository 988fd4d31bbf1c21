/** What carried each decision, and how sure the coder is of it. */
@NullMarked
package org.tocsin.coder.evidence;

import org.jspecify.annotations.NullMarked;
