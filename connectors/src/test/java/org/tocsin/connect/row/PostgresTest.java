package org.tocsin.connect.row;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tocsin.connect.ConnectCluster;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/**
 * The shipped configurations with Debezium's JDBC sink on the real worker and a real PostgreSQL. The worker's own time
 * zone is far from UTC, which must not show.
 */
@ExtendWith(ConnectCluster.class)
class PostgresTest {
    private static final Path CONFIG = Path.of("config");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final TimeZone WORKER = TimeZone.getDefault();
    private static @Nullable EmbeddedPostgres postgres;

    private final ConnectCluster cluster = ConnectCluster.get();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Revisions revisions = new Revisions(7, today);

    @BeforeAll
    static void start() throws IOException, SQLException {
        ConnectCluster.get().prepare(Topics.DEFAULT_PREFIX);
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        postgres = EmbeddedPostgres.start();
        // As README.md has it: a database and a user of that name, which owns no more.
        execute("CREATE ROLE tocsin LOGIN", postgres.getPostgresDatabase());
        execute("CREATE DATABASE tocsin OWNER tocsin", postgres.getPostgresDatabase());
    }

    @AfterAll
    static void stop() throws IOException {
        TimeZone.setDefault(WORKER);
        postgres().close();
    }

    @Test
    void shouldHoldTheTopicsCountsAfterTenThousandRevisions() throws Exception {
        write(Topics.DAILY_COUNTS, keyed(revisions.tallies(1_000, 10)));

        runShipped("postgres-daily-counts");

        assertThat(latestCounts()).hasSize(1_000);
        awaitCounts();
        cluster.rest().delete("postgres-daily-counts");
    }

    private void awaitCounts() {
        Map<String, String> latest = latestCounts();
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(table(
                        "SELECT id, concat_ws(' ', date, revision, certain, possible, coalesce(killed_max::text, 'null'))"
                                + " FROM daily_counts"))
                .isEqualTo(latest));
    }

    /** What the topic says, in the words of the query. */
    private Map<String, String> latestCounts() {
        Map<String, String> latest = new TreeMap<>();
        for (ConsumerRecord<String, DailyTally> record :
                cluster.read(Topics.DAILY_COUNTS.name(Topics.DEFAULT_PREFIX), Topics.DAILY_COUNTS)) {
            DailyTally tally = record.value();
            String killed = tally.getKilled().getMax().map(String::valueOf).orElse("null");
            latest.put(
                    record.key(),
                    "%s %d %d %d %s"
                            .formatted(
                                    tally.getDate(),
                                    tally.getRevision(),
                                    tally.getCertain(),
                                    tally.getPossible(),
                                    killed));
        }
        return latest;
    }

    @Test
    void shouldKeepOneRowAnIncidentWithDatesInstantsAndLists() throws Exception {
        Map<String, Incident> first = Map.of(
                "i-1", revisions.incident("i-1", 1),
                "i-2", revisions.incident("i-2", 1));
        write(Topics.INCIDENTS, List.copyOf(first.entrySet()));
        write(Topics.INCIDENTS, List.of(Map.entry("i-1", revisions.incident("i-1", 2))));

        runShipped("postgres-incidents");

        Awaitility.await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                        rows("SELECT incident_id, revision FROM incidents WHERE incident_id LIKE 'i-%' ORDER BY 1"))
                .containsExactly("i-1|2", "i-2|1"));
        assertThat(
                        rows(
                                "SELECT attack_date_earliest, attack_date_latest, first_reported_at, place_name, place_latitude,"
                                        + " killed_min, injured_min, merged_into, retracted FROM incidents WHERE incident_id = 'i-1'"))
                .containsExactly("2024-03-12|2024-03-13|2024-03-12 23:30:00.123|Baghdad|33.325|5|null|null|f");
        assertThat(rows("SELECT reports::jsonb -> 1 ->> 'publishedAt', reports::jsonb -> 1 ->> 'evidence',"
                        + " publishers::jsonb ->> 0 FROM incidents WHERE incident_id = 'i-1'"))
                .containsExactly("2024-03-12T23:30:00.123Z|It said \"five\" – and more.|a.example");

        write(Topics.INCIDENTS, List.of(purged("i-2")));
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        rows("SELECT incident_id FROM incidents WHERE incident_id LIKE 'i-%'"))
                .containsExactly("i-1"));
        cluster.rest().delete("postgres-incidents");
    }

    @Test
    void shouldAnswerAnalystsQuestions() throws Exception {
        Alert raised = revisions.alert("alert-1", AlertKind.RAISED, 1);
        Alert withdrawn = revisions.alert("alert-2", AlertKind.WITHDRAWN, 2);
        Incident told = revisions.incident("told", 3);
        Incident merged = Incident.newBuilder(told)
                .setIncidentId("merged")
                .setMergedInto("told")
                .build();
        write(Topics.ALERTS, List.of(Map.entry("alert-1", raised), Map.entry("alert-2", withdrawn)));
        write(Topics.INCIDENTS, List.of(Map.entry("told", told), Map.entry("merged", merged)));
        write(Topics.DAILY_COUNTS, keyed(revisions.tallies(20, 1)));
        runShipped("postgres-alerts");
        runShipped("postgres-incidents");
        runShipped("postgres-daily-counts");
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(rows("SELECT 1 FROM alerts WHERE alert_id LIKE 'alert-%'"))
                    .hasSize(2);
            assertThat(rows("SELECT 1 FROM incidents WHERE incident_id IN ('told', 'merged')"))
                    .hasSize(2);
        });
        awaitCounts();

        execute(Files.readString(CONFIG.resolve("views.sql")), tocsin());

        assertThat(rows("SELECT date, subject_id, level, attacks, threshold, closed, alert_id FROM days_above_threshold"
                        + " WHERE alert_id LIKE 'alert-%'"))
                .containsExactly(today + "|target1|high|3|2|f|alert-1");
        assertThat(rows("SELECT incident_id, reports, publishers, place_name FROM reports_per_incident"
                        + " WHERE incident_id IN ('told', 'merged')"))
                .containsExactly("told|4|2|Baghdad");
        assertThat(rows("SELECT incident_id, publisher, url, topic, partition, \"offset\" FROM evidence_of_alerts"
                        + " WHERE alert_id = 'alert-1'"))
                .containsExactly("i-1|a.example|https://a.example/1|tocsin.articles|3|42");
        List<String> expected = rows("SELECT subject_id, sum(certain) FROM daily_counts WHERE date >= '"
                + today.minusDays(6) + "' GROUP BY 1 HAVING sum(certain) > 0 ORDER BY 2 DESC, 1");
        assertThat(rows("SELECT target_id, attacks FROM top_targets_this_week")).isEqualTo(expected);
        assertThat(expected).isNotEmpty();
        List.of("postgres-alerts", "postgres-incidents", "postgres-daily-counts")
                .forEach(cluster.rest()::delete);
    }

    private static void execute(String sql, DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Map.Entry<String, Incident> purged(String key) {
        return new java.util.AbstractMap.SimpleEntry<>(key, null);
    }

    private static List<Map.Entry<String, DailyTally>> keyed(List<DailyTally> tallies) {
        return tallies.stream()
                .map(tally -> Map.entry(Revisions.key(tally), tally))
                .toList();
    }

    private void runShipped(String name) throws IOException {
        JsonNode file =
                new ObjectMapper().readTree(CONFIG.resolve(name + ".json").toFile());
        Map<String, String> config = new HashMap<>();
        file.path("config")
                .properties()
                .forEach(setting ->
                        config.put(setting.getKey(), setting.getValue().asText()));
        // Unchanged but for the port; and the password, which this process has in no environment variable.
        config.computeIfPresent(
                "connection.url",
                (key, url) -> url.replace(":5432/", ":" + postgres().getPort() + "/"));
        assertThat(config.put("connection.password", "any")).isEqualTo("${env:TOCSIN_POSTGRES_PASSWORD}");
        cluster.rest().run(name, config);
    }

    private <T extends SpecificRecord> void write(Topic<T> topic, List<Map.Entry<String, T>> records) {
        Settings settings = Settings.parse(cluster.client());
        try (KafkaProducer<String, T> producer = new KafkaProducer<>(
                settings.kafka(),
                topic.keys().serializer(),
                topic.values(settings.serdes()).serializer())) {
            for (Map.Entry<String, T> record : records) {
                var unused = producer.send(
                        new ProducerRecord<>(topic.name(Topics.DEFAULT_PREFIX), record.getKey(), record.getValue()));
            }
        }
    }

    private static Map<String, String> table(String query) throws SQLException {
        Map<String, String> table = new TreeMap<>();
        for (String row : rows(query)) {
            int bar = row.lastIndexOf('|');
            table.put(row.substring(0, bar), row.substring(bar + 1));
        }
        return table;
    }

    /** Rows as PostgreSQL itself writes them, columns apart by bars. */
    private static List<String> rows(String query) throws SQLException {
        try (Connection connection = tocsin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join("|", row));
            }
            return rows;
        }
    }

    private static DataSource tocsin() {
        return postgres().getDatabase("tocsin", "tocsin");
    }

    private static EmbeddedPostgres postgres() {
        if (postgres == null) {
            throw new IllegalStateException("not started");
        }
        return postgres;
    }
}
