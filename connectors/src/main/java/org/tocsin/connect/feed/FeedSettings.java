package org.tocsin.connect.feed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.tocsin.connect.net.AddressGuard;
import org.tocsin.connect.net.Backoff;
import org.tocsin.connect.net.HttpLimits;
import org.tocsin.connect.net.HttpUrl;
import org.tocsin.connect.net.NetSettings;

/**
 * The settings of the feed connector, parsed.
 *
 * @param feeds those that stand in the settings
 * @param opml the file with more
 * @param interval between two fetches of a feed
 * @param maxInterval to which a server can stretch the interval
 * @param spacing after each call to a host
 * @param threads calls at once, in each task
 * @param maxItems of one document
 * @param batch records of one poll
 * @param maxArticle bytes of an article's body
 */
record FeedSettings(
        Set<URI> feeds,
        Optional<Path> opml,
        String topic,
        String userAgent,
        Duration interval,
        Duration maxInterval,
        Duration spacing,
        Backoff backoff,
        int threads,
        boolean fullText,
        int maxItems,
        int batch,
        int maxArticle,
        AddressGuard guard,
        HttpLimits limits) {

    static final String FEEDS = "feeds";
    static final String OPML = "feeds.opml";
    static final String TOPIC = "topic";
    static final String CONTACT = "contact";
    static final String INTERVAL = "feed.interval.ms";
    static final String MAX_INTERVAL = "feed.interval.max.ms";
    static final String SPACING = "host.spacing.ms";
    static final String BACKOFF = "backoff.ms";
    static final String MAX_BACKOFF = "backoff.max.ms";
    static final String THREADS = "fetch.threads";
    static final String FULL_TEXT = "fetch.full.text";
    static final String MAX_ITEMS = "feed.max.items";
    static final String BATCH = "batch.max.items";
    static final String MAX_ARTICLE = "article.max.bytes";

    /** The name before the contact; robots.txt is read for it. */
    static final String ROBOT = "Tocsin";

    private static final long DAY = Duration.ofDays(1).toMillis();

    static final ConfigDef DEFINITION = NetSettings.define(polite(main(new ConfigDef())));

    static FeedSettings of(Map<String, String> properties) {
        AbstractConfig config = new AbstractConfig(DEFINITION, properties, false);
        Set<URI> feeds = new LinkedHashSet<>();
        config.getList(FEEDS).forEach(feed -> feeds.add(HttpUrl.parse(feed)));
        String opml = config.getString(OPML);
        int threads = config.getInt(THREADS);
        return new FeedSettings(
                feeds,
                opml.isEmpty() ? Optional.empty() : Optional.of(Path.of(opml)),
                config.getString(TOPIC),
                ROBOT + "/0.1 (+" + config.getString(CONTACT) + ")",
                Duration.ofMillis(config.getLong(INTERVAL)),
                Duration.ofMillis(config.getLong(MAX_INTERVAL)),
                Duration.ofMillis(config.getLong(SPACING)),
                new Backoff(Duration.ofMillis(config.getLong(BACKOFF)), Duration.ofMillis(config.getLong(MAX_BACKOFF))),
                threads,
                config.getBoolean(FULL_TEXT),
                config.getInt(MAX_ITEMS),
                config.getInt(BATCH),
                config.getInt(MAX_ARTICLE),
                NetSettings.guard(config),
                NetSettings.limits(config, threads));
    }

    private static ConfigDef main(ConfigDef to) {
        return to.define(
                        FEEDS,
                        ConfigDef.Type.LIST,
                        List.of(),
                        new Accepted("http and https addresses", FeedSettings::checkFeeds),
                        Importance.HIGH,
                        "Feeds to read: RSS, Atom or JSON Feed. A comma inside an address is written %2C.")
                .define(
                        OPML,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.HIGH,
                        "OPML file with more feeds, on the machines where the connector may run. It is read again "
                                + "every minute; a change takes effect without a restart.")
                .define(
                        CONTACT,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new Accepted("a mail or web address", FeedSettings::checkContact),
                        Importance.HIGH,
                        "Whom publishers can reach about these calls; stands in the User-Agent of each.")
                .define(
                        TOPIC,
                        ConfigDef.Type.STRING,
                        "tocsin.articles",
                        new ConfigDef.NonEmptyString(),
                        Importance.MEDIUM,
                        "Topic for the articles.")
                .define(
                        FULL_TEXT,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        Importance.HIGH,
                        "Fetch the page of each item, where robots.txt allows it, and take the article from it; "
                                + "else, and where that fails, the feed's own content is the article.");
    }

    private static ConfigDef polite(ConfigDef to) {
        return to.define(
                        INTERVAL,
                        ConfigDef.Type.LONG,
                        300_000L,
                        Range.between(1_000, DAY),
                        Importance.MEDIUM,
                        "Time between two fetches of a feed, in milliseconds.")
                .define(
                        MAX_INTERVAL,
                        ConfigDef.Type.LONG,
                        3_600_000L,
                        Range.between(1_000, DAY),
                        Importance.LOW,
                        "Longest time to which a server's Cache-Control stretches it, in milliseconds.")
                .define(
                        SPACING,
                        ConfigDef.Type.LONG,
                        1_000L,
                        Range.between(0, 600_000),
                        Importance.MEDIUM,
                        "Pause after each call before the same host is called again, in milliseconds. All feeds of "
                                + "a host are in one task. A robots.txt can ask for more.")
                .define(
                        BACKOFF,
                        ConfigDef.Type.LONG,
                        30_000L,
                        Range.between(100, DAY),
                        Importance.LOW,
                        "Wait after a feed's first failure, in milliseconds; doubled at each further one, with jitter.")
                .define(
                        MAX_BACKOFF,
                        ConfigDef.Type.LONG,
                        3_600_000L,
                        Range.between(100, DAY),
                        Importance.LOW,
                        "Longest wait after failures, in milliseconds. A server's Retry-After goes before it.")
                .define(
                        THREADS,
                        ConfigDef.Type.INT,
                        8,
                        Range.between(1, 64),
                        Importance.LOW,
                        "Calls at once in each task; one at a time to each host.")
                .define(
                        MAX_ITEMS,
                        ConfigDef.Type.INT,
                        10_000,
                        Range.between(1, 20_000),
                        Importance.LOW,
                        "Items of one document that are read, from its start.")
                .define(
                        BATCH,
                        ConfigDef.Type.INT,
                        500,
                        Range.between(1, 5_000),
                        Importance.LOW,
                        "Articles handed over at once; with exactly-once, those of one transaction.")
                .define(
                        MAX_ARTICLE,
                        ConfigDef.Type.INT,
                        900_000,
                        Range.between(1_000, 3_500_000),
                        Importance.LOW,
                        "Longest body of an article, in bytes of UTF-8; a longer one is cut at a paragraph. More than "
                                + "the default needs a larger max.request.size of the worker's producer.");
    }

    private static void checkFeeds(Object value) {
        for (Object feed : (List<?>) value) {
            HttpUrl.parse((String) feed);
        }
    }

    private static void checkContact(Object value) {
        String contact = value == null ? "" : ((String) value).strip();
        boolean printable = contact.chars().allMatch(c -> c > ' ' && c < 127 && c != '(' && c != ')');
        if (!printable || !contact.matches("(?:mailto:)?[^@]+@[^@]+\\.[^@]+|https?://.+")) {
            throw new IllegalArgumentException(
                    "accepted are a mail address (desk@example.org) or a web address (https://example.org/bot)");
        }
    }

    /** A validator that says what it accepts. */
    private record Accepted(String what, java.util.function.Consumer<Object> check) implements ConfigDef.Validator {
        @Override
        public void ensureValid(String name, Object value) {
            try {
                check.accept(value);
            } catch (IllegalArgumentException e) {
                throw new ConfigException(name, value, e.getMessage());
            }
        }

        @Override
        public String toString() {
            return what;
        }
    }
}
