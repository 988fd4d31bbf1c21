@NullMarked
package org.tocsin.processor.http;

import org.jspecify.annotations.NullMarked;
