package org.tocsin.connect.feed;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.connect.net.HttpOutcome;
import org.tocsin.connect.net.HttpQuery;

/** A call to be made. */
sealed interface Job {
    HttpQuery query();

    /** Pages and their rules go first: documents in memory wait for them. */
    default boolean urgent() {
        return true;
    }

    /** Whose queue it stands in. */
    default String host() {
        return query().url().getHost().toLowerCase(Locale.ROOT);
    }

    /** A feed. Where and on what conditions is known when the call is made. */
    record Feed(FeedState state) implements Job {
        @Override
        public HttpQuery query() {
            return FeedCall.query(state);
        }

        @Override
        public boolean urgent() {
            return false;
        }
    }

    /** A host's robots.txt. */
    record Rules(String origin) implements Job {
        @Override
        public HttpQuery query() {
            return HttpQuery.get(URI.create(origin + "/robots.txt"));
        }
    }

    /**
     * An article's page. A redirect is an answer: where it leads, other rules may hold.
     *
     * @param failures before this call
     */
    record Page(URI url, int redirects, int failures, PageWish wish) implements Job {
        @Override
        public HttpQuery query() {
            return HttpQuery.get(url)
                    .with("Accept", "text/html, application/xhtml+xml")
                    .withoutRedirects();
        }
    }

    /**
     * A call that has been made.
     *
     * @param host whose queue it stood in
     * @param article of a page, null when there is none
     */
    record Done(Job job, String host, HttpOutcome outcome, @Nullable String article) {}
}
