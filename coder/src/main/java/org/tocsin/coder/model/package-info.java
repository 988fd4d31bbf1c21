/** Linear models over hashed features: what training leaves behind, and how it is read at run time. */
@NullMarked
package org.tocsin.coder.model;

import org.jspecify.annotations.NullMarked;
