package org.tocsin.connect.sink;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;
import org.tocsin.connect.net.Backoff;
import org.tocsin.connect.net.NetSettings;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.SubjectKind;

/** The settings of {@link AlertWebhookSinkConnector}, read once. */
final class SinkSettings extends AbstractConfig {
    static final String FORMAT = "webhook.format";
    static final String URL = "webhook.url";
    static final String AUTHORIZATION = "webhook.authorization";
    static final String SECRET = "webhook.secret";
    static final String LEVELS = "filter.levels";
    static final String KINDS = "filter.kinds";
    static final String SUBJECT_KINDS = "filter.subject.kinds";
    static final String SUBJECTS = "filter.subjects";
    static final String ATTEMPTS = "retry.max.attempts";
    static final String BACKOFF = "retry.backoff.ms";
    static final String BACKOFF_MAX = "retry.backoff.max.ms";
    static final String RETRY_AFTER_MAX = "retry.after.max.ms";
    static final String SOURCE = "cloudevents.source";
    static final String ROUTING_KEY = "pagerduty.routing.key";
    static final String SEVERITIES = "pagerduty.severities";
    static final String RESEND = "alertmanager.resend.interval.ms";
    static final String LOOKBACK = "alertmanager.lookback.records";
    static final String ISOLATION = "consumer.override.isolation.level";

    /** Where PagerDuty takes events. */
    static final String PAGERDUTY_URL = "https://events.pagerduty.com/v2/enqueue";

    /** Formats by the name that the setting has. */
    enum Format {
        CLOUDEVENTS,
        SLACK,
        PAGERDUTY,
        ALERTMANAGER;

        static Format of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    SinkSettings(Map<String, String> settings) {
        super(definition(), settings, false);
    }

    static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        receiver(definition);
        filters(definition);
        retries(definition);
        formats(definition);
        definition.define(
                ISOLATION,
                ConfigDef.Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                ValidString.in("read_committed"),
                Importance.HIGH,
                "Must be read_committed: an alert of a transaction that is aborted was never raised. A connector can't "
                        + "set it for its own consumer, therefore it stands in each configuration.");
        return NetSettings.define(definition);
    }

    private static void receiver(ConfigDef to) {
        to.define(
                        FORMAT,
                        ConfigDef.Type.STRING,
                        "cloudevents",
                        ValidString.in("cloudevents", "slack", "pagerduty", "alertmanager"),
                        Importance.HIGH,
                        "What the receiver understands: CloudEvents 1.0 in structured JSON, a message for Slack's "
                                + "incoming webhooks, PagerDuty's Events API v2, or Alertmanager's API v2.")
                .define(
                        URL,
                        ConfigDef.Type.PASSWORD,
                        null,
                        new SinkValidators.WebAddress(),
                        Importance.HIGH,
                        "Where alerts are posted, http or https; a redirect is not followed. For Alertmanager it ends "
                                + "in /api/v2/alerts. Required but for PagerDuty, whose own address is the default. "
                                + "Treated as a secret, because Slack's addresses are.")
                .define(
                        AUTHORIZATION,
                        ConfigDef.Type.PASSWORD,
                        null,
                        new SinkValidators.HeaderValue(),
                        Importance.MEDIUM,
                        "The Authorization header as a whole, for example Bearer and a token.")
                .define(
                        SECRET,
                        ConfigDef.Type.PASSWORD,
                        null,
                        new SinkValidators.SigningSecret(),
                        Importance.MEDIUM,
                        "When set, each call is signed with HMAC-SHA256 as Standard Webhooks has it, in the headers "
                                + "webhook-id, webhook-timestamp and webhook-signature. Base64 after whsec_, else as "
                                + "it is.");
    }

    private static void filters(ConfigDef to) {
        to.define(
                        LEVELS,
                        ConfigDef.Type.LIST,
                        List.of(),
                        Importance.MEDIUM,
                        "Levels that are sent, by the names that the rules give them; none means all. PagerDuty and "
                                + "Alertmanager are told that an alert is over when it leaves these levels.")
                .define(
                        KINDS,
                        ConfigDef.Type.LIST,
                        List.of(),
                        SinkValidators.oneOf("RAISED", "ESCALATED", "REVISED", "WITHDRAWN", "CLOSED"),
                        Importance.MEDIUM,
                        "Kinds of change that are sent; none means all. PagerDuty and Alertmanager are told of "
                                + "WITHDRAWN and CLOSED in any case, else what was open there would stay open.")
                .define(
                        SUBJECT_KINDS,
                        ConfigDef.Type.LIST,
                        List.of(),
                        SinkValidators.oneOf("TARGET", "GROUP", "TARGET_TYPE", "REGION", "COUNTRY"),
                        Importance.MEDIUM,
                        "Kinds of subject whose alerts are sent; none means all.")
                .define(
                        SUBJECTS,
                        ConfigDef.Type.LIST,
                        List.of(),
                        Importance.MEDIUM,
                        "Ids of subjects whose alerts are sent, * for any characters; none means all.");
    }

    private static void retries(ConfigDef to) {
        to.define(
                        ATTEMPTS,
                        ConfigDef.Type.INT,
                        20,
                        Range.between(1, 1_000_000),
                        Importance.MEDIUM,
                        "Calls for one alert before it goes to the dead letters. 429, 5xx and failures of the network "
                                + "are repeated, other answers go there at once. Alerts wait for the one before.")
                .define(
                        BACKOFF,
                        ConfigDef.Type.LONG,
                        1_000L,
                        Range.between(1, 3_600_000),
                        Importance.LOW,
                        "Wait after the first failure, in milliseconds; doubled with each further one, with jitter.")
                .define(
                        BACKOFF_MAX,
                        ConfigDef.Type.LONG,
                        60_000L,
                        Range.between(1, 3_600_000),
                        Importance.LOW,
                        "Longest wait between two calls, in milliseconds, unless the receiver asks for more.")
                .define(
                        RETRY_AFTER_MAX,
                        ConfigDef.Type.LONG,
                        600_000L,
                        Range.between(0, 86_400_000),
                        Importance.LOW,
                        "Longest wait that a receiver may ask for by Retry-After, in milliseconds.");
    }

    private static void formats(ConfigDef to) {
        to.define(
                        SOURCE,
                        ConfigDef.Type.STRING,
                        "/tocsin/alerts",
                        new ConfigDef.NonEmptyString(),
                        Importance.LOW,
                        "CloudEvents: the source attribute, a URI reference that names this installation.")
                .define(
                        ROUTING_KEY,
                        ConfigDef.Type.PASSWORD,
                        null,
                        Importance.HIGH,
                        "PagerDuty: the integration key of the service; required for it.")
                .define(
                        SEVERITIES,
                        ConfigDef.Type.LIST,
                        List.of("severe:critical", "critical:critical", "high:error", "elevated:warning", "low:info"),
                        new SinkValidators.Severities(),
                        Importance.LOW,
                        "PagerDuty: its severity (critical, error, warning, info) by level; error for other levels.")
                .define(
                        RESEND,
                        ConfigDef.Type.LONG,
                        120_000L,
                        Range.between(100, 3_600_000),
                        Importance.LOW,
                        "Alertmanager: how often firing alerts are sent again, in milliseconds. It keeps them in "
                                + "memory alone.")
                .define(
                        LOOKBACK,
                        ConfigDef.Type.LONG,
                        10_000L,
                        Range.between(0, 10_000_000),
                        Importance.LOW,
                        "Alertmanager: how many records of each partition are read again after a start, to know what "
                                + "fires. More than a partition's revisions in four days; 0 reads nothing again.");
    }

    Format format() {
        return Format.of(getString(FORMAT));
    }

    String url() {
        String url = secret(URL);
        return url == null ? PAGERDUTY_URL : url;
    }

    /** The value of a setting that is never logged; null when it is not set. */
    @Nullable
    String secret(String name) {
        Password password = getPassword(name);
        return password == null ? null : password.value();
    }

    AlertFilter filter(boolean holdsAlerts) {
        return new AlertFilter(
                Set.copyOf(getList(LEVELS)),
                getList(KINDS).stream().map(AlertKind::valueOf).collect(Collectors.toUnmodifiableSet()),
                getList(SUBJECT_KINDS).stream().map(SubjectKind::valueOf).collect(Collectors.toUnmodifiableSet()),
                getList(SUBJECTS).stream().map(AlertFilter::pattern).toList(),
                holdsAlerts);
    }

    RetryPolicy retries() {
        Duration first = Duration.ofMillis(getLong(BACKOFF));
        Duration cap = Duration.ofMillis(getLong(BACKOFF_MAX));
        return new RetryPolicy(getInt(ATTEMPTS), new Backoff(first, cap), Duration.ofMillis(getLong(RETRY_AFTER_MAX)));
    }

    AlertFormat alertFormat() {
        return switch (format()) {
            case CLOUDEVENTS -> new CloudEventsFormat(getString(SOURCE));
            case SLACK -> new SlackFormat();
            case PAGERDUTY -> new PagerDutyFormat(String.valueOf(secret(ROUTING_KEY)), severities());
            case ALERTMANAGER -> new AlertmanagerFormat();
        };
    }

    private Map<String, String> severities() {
        return getList(SEVERITIES).stream()
                .map(pair -> Arrays.asList(pair.split(":", 2)))
                .collect(Collectors.toMap(pair -> pair.get(0).toLowerCase(Locale.ROOT), pair -> pair.get(1)));
    }
}
