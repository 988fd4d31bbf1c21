/** Training and measuring of merging: which reports tell of one incident. */
@NullMarked
package org.tocsin.bench.merge;

import org.jspecify.annotations.NullMarked;
