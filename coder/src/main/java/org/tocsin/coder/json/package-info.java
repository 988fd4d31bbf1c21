/** The JSON Lines form of articles and of what was coded. */
@NullMarked
package org.tocsin.coder.json;

import org.jspecify.annotations.NullMarked;
