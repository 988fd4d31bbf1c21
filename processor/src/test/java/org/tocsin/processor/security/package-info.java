@NullMarked
package org.tocsin.processor.security;

import org.jspecify.annotations.NullMarked;
