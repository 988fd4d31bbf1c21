@NullMarked
package org.tocsin.schemas;

import org.jspecify.annotations.NullMarked;
