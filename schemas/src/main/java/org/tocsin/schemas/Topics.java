package org.tocsin.schemas;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.tocsin.schemas.Topic.Cleanup;

/** The catalogue of topics: the one place where names, types, partitions and retention stand. */
@NullMarked
public final class Topics {
    /** Prefix of every topic, unless an installation sets another. */
    public static final String DEFAULT_PREFIX = "tocsin.";

    /** Articles as published; key: article id. Long enough to code again after an upgrade. */
    public static final Topic<Article> ARTICLES =
            new Topic<>("articles", Article.class, 8, new Cleanup.Delete(Duration.ofDays(30)));

    /** Incidents with all revisions' newest; key: incident id. */
    public static final Topic<Incident> INCIDENTS = new Topic<>("incidents", Incident.class, 8, new Cleanup.Compact());

    /** Daily counts; key: subject|date. */
    public static final Topic<DailyTally> DAILY_COUNTS =
            new Topic<>("daily-counts", DailyTally.class, 8, new Cleanup.Compact());

    /** Alerts; key: alert id, partitioned by subject. */
    public static final Topic<Alert> ALERTS = new Topic<>("alerts", Alert.class, 8, new Cleanup.Compact());

    /** What could not be processed; key: that of the record. */
    public static final Topic<DeadLetter> DEAD_LETTERS =
            new Topic<>("dead-letters", DeadLetter.class, 1, new Cleanup.Delete(Duration.ofDays(90)));

    /** The watchlist's targets; key: target id. */
    public static final Topic<Target> TARGETS = new Topic<>("targets", Target.class, 1, new Cleanup.Compact());

    /** The watchlist's rules; key: rule id. */
    public static final Topic<AlertRule> ALERT_RULES =
            new Topic<>("alert-rules", AlertRule.class, 1, new Cleanup.Compact());

    /** One record that says which version of the watchlist is whole; key: {@value #WATCHLIST_KEY}. */
    public static final Topic<WatchlistVersion> WATCHLIST_VERSIONS =
            new Topic<>("watchlist-versions", WatchlistVersion.class, 1, new Cleanup.Compact());

    /** Key of the one record of {@link #WATCHLIST_VERSIONS}. */
    public static final String WATCHLIST_KEY = "watchlist";

    /** All of them, in the order of the flow. */
    public static final List<Topic<?>> ALL =
            List.of(ARTICLES, INCIDENTS, DAILY_COUNTS, ALERTS, DEAD_LETTERS, TARGETS, ALERT_RULES, WATCHLIST_VERSIONS);

    private Topics() {}
}
