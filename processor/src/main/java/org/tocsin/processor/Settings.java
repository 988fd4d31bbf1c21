package org.tocsin.processor;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.Topics;

/**
 * All settings of the pipeline, parsed once. Keys that do not start with {@code tocsin.} are Kafka's and the
 * registry's own and are passed through in {@link #kafka()}.
 *
 * @param topicPrefix before every topic name
 * @param articlePartitions of the articles topic, when Tocsin creates it
 * @param reportPartitions partitions of the topic between code and merge: the most merge tasks that can share the work
 * @param subjectPartitions partitions of the topic between merge and tally
 * @param keepCodings how long the coding of an article is kept to compare a later version with
 * @param keepCandidates how long an incident stays open in full after its last report
 * @param keepFingerprints how long an incident can still be recognised
 * @param keepDays how long a day takes corrections
 * @param grace how long after its midnight a day stays open: news is late
 * @param minConfidence from which confidence on an incident is certain, 0..1
 * @param idleAfter an input without news for so long no longer holds pipeline time back
 * @param registryPatience how long an unreachable registry is retried before the pipeline stops
 * @param http of the HTTP server
 * @param kafka everything else
 */
public record Settings(
        String topicPrefix,
        int articlePartitions,
        int reportPartitions,
        int subjectPartitions,
        Duration keepCodings,
        Duration keepCandidates,
        Duration keepFingerprints,
        Duration keepDays,
        Duration grace,
        double minConfidence,
        Duration idleAfter,
        Duration registryPatience,
        HttpSettings http,
        Map<String, Object> kafka) {

    /** What every Tocsin setting starts with. */
    public static final String OWN = "tocsin.";

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

    private static final Map<String, String> DEFAULTS = defaults();

    private static Map<String, String> defaults() {
        Map<String, String> d = new LinkedHashMap<>();
        d.put("tocsin.topic.prefix", Topics.DEFAULT_PREFIX);
        d.put("tocsin.partitions.articles", Integer.toString(Topics.ARTICLES.partitions()));
        d.put("tocsin.partitions.reports", "8");
        d.put("tocsin.partitions.subjects", "8");
        d.put("tocsin.code.keep", "180d");
        d.put("tocsin.merge.keep.candidates", "30d");
        d.put("tocsin.merge.keep.fingerprints", "400d");
        d.put("tocsin.tally.keep", "400d");
        d.put("tocsin.tally.grace", "72h");
        d.put("tocsin.tally.min.confidence", "0.5");
        d.put("tocsin.time.idle.after", "60s");
        d.put("tocsin.registry.patience", "2m");
        d.putAll(HttpSettings.DEFAULTS);
        return d;
    }

    /** The keys that start with {@code tocsin.}, each with its default as text. */
    public static Map<String, String> documented() {
        return new TreeMap<>(DEFAULTS);
    }

    /** Defaults, with Kafka's and the registry's settings as given. */
    public static Settings of(Map<String, ?> given) {
        Properties properties = new Properties();
        properties.putAll(given);
        return parse(properties);
    }

    /**
     * Parses them all.
     *
     * @throws IllegalArgumentException for an unknown or unusable setting, saying which, and what is accepted
     */
    public static Settings parse(Properties given) {
        Map<String, String> own = new LinkedHashMap<>(DEFAULTS);
        Map<String, Object> kafka = new LinkedHashMap<>();
        given.forEach((key, value) -> {
            String name = key.toString();
            if (!name.startsWith(OWN)) {
                KnownNames.meantOfKafka(name).ifPresent(meant -> {
                    throw new IllegalArgumentException("setting " + name + " is unknown; is " + meant + " meant?");
                });
                kafka.put(name, value);
            } else if (DEFAULTS.containsKey(name)) {
                own.put(name, value.toString().strip());
            } else {
                throw new IllegalArgumentException("setting " + name + " is unknown; the nearest known one is "
                        + KnownNames.nearest(name, DEFAULTS.keySet()));
            }
        });
        return new Settings(
                text(own, "tocsin.topic.prefix"),
                count(own, "tocsin.partitions.articles"),
                count(own, "tocsin.partitions.reports"),
                count(own, "tocsin.partitions.subjects"),
                duration(own, "tocsin.code.keep"),
                duration(own, "tocsin.merge.keep.candidates"),
                duration(own, "tocsin.merge.keep.fingerprints"),
                duration(own, "tocsin.tally.keep"),
                duration(own, "tocsin.tally.grace"),
                share(own, "tocsin.tally.min.confidence"),
                duration(own, "tocsin.time.idle.after"),
                duration(own, "tocsin.registry.patience"),
                HttpSettings.parse(own),
                Map.copyOf(kafka));
    }

    /** The same with other Kafka and registry settings. */
    public Settings withKafka(Map<String, Object> other) {
        return new Settings(
                topicPrefix,
                articlePartitions,
                reportPartitions,
                subjectPartitions,
                keepCodings,
                keepCandidates,
                keepFingerprints,
                keepDays,
                grace,
                minConfidence,
                idleAfter,
                registryPatience,
                http,
                Map.copyOf(other));
    }

    /** Serdes against the configured registry. */
    public AvroSerdes serdes() {
        return AvroSerdes.of(kafka);
    }

    static String text(Map<String, String> own, String key) {
        return own.getOrDefault(key, "");
    }

    static int count(Map<String, String> own, String key) {
        String value = text(own, key);
        if (!value.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException(key + " must be a whole number from 1 to 9999, is " + value);
        }
        return Integer.parseInt(value);
    }

    private static double share(Map<String, String> own, String key) {
        String value = text(own, key);
        if (!value.matches("0(\\.\\d{1,6})?|1(\\.0{1,6})?")) {
            throw new IllegalArgumentException(key + " must be a number from 0 to 1, is " + value);
        }
        return Double.parseDouble(value);
    }

    static Duration duration(Map<String, String> own, String key) {
        String value = text(own, key);
        Matcher matcher = DURATION.matcher(value.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    key + " must be a duration such as 500ms, 60s, 10m, 72h or 30d, is " + value);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
