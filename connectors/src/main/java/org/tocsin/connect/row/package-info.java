/** Records as flat rows, for sinks that write tables. */
@NullMarked
package org.tocsin.connect.row;

import org.jspecify.annotations.NullMarked;
