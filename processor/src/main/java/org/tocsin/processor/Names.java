package org.tocsin.processor;

/**
 * The names of operators, stores and internal topics. They are part of what an upgrade must keep: a renamed store is
 * an empty store.
 */
public final class Names {
    // articles
    public static final String ARTICLES = "articles";
    public static final String ARTICLE_KEYS = "article-keys";
    public static final String REKEYED_ARTICLES = "rekeyed-articles";

    // code
    public static final String CODE = "code";
    public static final String CODINGS_STORE = "article-codings";
    public static final String READING_STORE = "reading-mark";

    // merge
    public static final String REPORTS = "reports";
    public static final String MERGE = "merge";
    public static final String MERGE_TIME_STORE = "merge-time";
    public static final String MERGE_REPORTS_STORE = "merge-reports";
    public static final String MERGE_INCIDENTS_STORE = "merge-incidents";
    public static final String MERGE_PROGRESS_STORE = "merge-progress";

    // tally and alert
    public static final String CONTRIBUTIONS = "contributions";
    public static final String TALLY = "tally";
    public static final String CONTRIBUTIONS_STORE = "tally-contributions";
    public static final String CELLS_STORE = "tally-cells";
    public static final String DAYS_STORE = "tally-days";
    public static final String OPEN_DAYS_STORE = "tally-open-days";
    public static final String ALERTS_STORE = "alerts";
    public static final String TALLY_TIME_STORE = "tally-time";
    public static final String TALLY_PROGRESS_STORE = "tally-progress";

    // watchlist
    public static final String TARGETS_STORE = "watchlist-targets";
    public static final String RULES_STORE = "watchlist-rules";
    public static final String VERSIONS_STORE = "watchlist-versions";

    private Names() {}
}
