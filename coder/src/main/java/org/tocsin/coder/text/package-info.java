/** Text: HTML to plain text, sentences and tokens whose spans map back to the original characters. */
@NullMarked
package org.tocsin.coder.text;

import org.jspecify.annotations.NullMarked;
