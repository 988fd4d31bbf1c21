/**
 * Alerts go out: one connector a receiver, in the receiver's own format. What is sent is decided by pure classes
 * (filter, formats, retry policy, firing state); the task only moves records through them.
 */
@NullMarked
package org.tocsin.connect.sink;

import org.jspecify.annotations.NullMarked;
