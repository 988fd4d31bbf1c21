/**
 * Feeds in: RSS, Atom and JSON Feed to articles. {@link org.tocsin.connect.feed.FeedSourceTask} is the shell; what it
 * asks (what is new, who is called when, what a document says) are functions of values without network and clock.
 */
@NullMarked
package org.tocsin.connect.feed;

import org.jspecify.annotations.NullMarked;
