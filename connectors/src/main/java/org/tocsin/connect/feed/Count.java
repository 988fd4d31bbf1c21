package org.tocsin.connect.feed;

/** What the connector counts, each shown as a metric and in the log. */
enum Count {
    FEED_REQUESTS("calls for feeds"),
    CONDITIONAL_REQUESTS("calls for feeds that asked for changes only"),
    NOT_MODIFIED("answers that nothing has changed"),
    FEED_FAILURES("calls for feeds without a readable answer"),
    ITEMS_NEW("items published for the first time"),
    ITEMS_EDITED("items published again since they have changed"),
    ITEMS_EMPTY("items left out that have neither title nor text nor link"),
    ITEMS_DUPLICATE("items left out that repeat another of the same document"),
    ITEMS_BEYOND_LIMIT("items left out beyond feed.max.items"),
    ARTICLES_CUT("articles cut at article.max.bytes"),
    PAGES_TAKEN("articles taken from their page"),
    PAGES_DISALLOWED("pages that robots.txt keeps closed"),
    PAGES_FAILED("pages that gave no article; the feed's content was taken");

    private final String meaning;

    Count(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }
}
