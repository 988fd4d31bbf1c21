/** What merging compares of two articles without keeping their text: rare words, proper names, a near-copy sketch. */
@NullMarked
package org.tocsin.coder.fingerprint;

import org.jspecify.annotations.NullMarked;
