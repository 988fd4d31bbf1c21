/** Does this article report an attack? Articles in, incident reports out. */
@NullMarked
package org.tocsin.processor.code;

import org.jspecify.annotations.NullMarked;
