package org.tocsin.processor.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.PipelineApp;
import org.tocsin.processor.Settings;
import org.tocsin.processor.stack.SchemaSetup;
import org.tocsin.processor.stack.TestStack;
import org.tocsin.processor.stack.TopicSetup;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/**
 * Today's code starts on what a release has left and goes on where that was. A release's state is frozen by
 * {@code mvn -pl processor -am test -Dtest=UpgradeTest -Dsurefire.failIfNoSpecifiedTests=false -Dfreeze=v1}, with that
 * release checked out.
 */
class UpgradeTest {
    /** Of the sample feed: one publisher's report of shots at a patrol. */
    private static final String REPORT = "kirkuk/orchard-shots";

    private static final List<Topic<?>> OUTPUTS = List.of(Topics.INCIDENTS, Topics.DAILY_COUNTS, Topics.ALERTS);

    @TempDir
    Path directory;

    @BeforeAll
    static void freezeWhenAsked() throws Exception {
        String version = System.getProperty("freeze");
        if (version != null) {
            new ReleasedState(version).freeze();
        }
    }

    @Test
    void shouldGoOnWithTheStateOfTheFirstRelease() throws Exception {
        Installation installation = new Installation(TestStack.installation(Map.of(
                "tocsin.partitions.articles",
                "1",
                "tocsin.partitions.reports",
                "1",
                "tocsin.partitions.subjects",
                "1")));
        leaveBehind(installation.settings(), new ReleasedState("v1"));
        Map<String, Incident> incidents = latest(installation, Topics.INCIDENTS, Incident::getIncidentId);
        Map<String, DailyTally> counts = latest(installation, Topics.DAILY_COUNTS, UpgradeTest::day);
        assertThat(counts).isNotEmpty();

        String known = ReleasedState.samples().stream()
                .filter(line -> line.contains(REPORT))
                .findFirst()
                .orElseThrow();
        try (PipelineApp app = installation.start()) {
            installation.publish(known); // Unchanged, so it is dropped: its coding is remembered.
            installation.publish(ofAnotherPublisher(known));
            installation.awaitProcessed();
            assertThat(app.fault()).isEmpty();
        }

        Map<String, Incident> after = latest(installation, Topics.INCIDENTS, Incident::getIncidentId);
        List<Incident> revised = after.values().stream()
                .filter(incident -> !incident.equals(incidents.get(incident.getIncidentId())))
                .toList();
        assertThat(after).hasSameSizeAs(incidents);
        assertThat(revised).singleElement().satisfies(incident -> {
            Incident before = requireNonNull(incidents.get(incident.getIncidentId()));
            assertThat(incident.getReportCount()).isEqualTo(before.getReportCount() + 1);
            assertThat(incident.getRevision()).isEqualTo(before.getRevision() + 1);
        });
        assertThat(certain(latest(installation, Topics.DAILY_COUNTS, UpgradeTest::day)))
                .isEqualTo(certain(counts));
        Call verify = Call.of("verify", "--config", Call.configFile(directory, installation.settings()));
        assertThat(verify.exitCode()).as(verify.out() + verify.err()).isZero();
    }

    /** Topics as a release would have left them, its stores' changelogs among them. */
    private static void leaveBehind(Settings settings, ReleasedState state) throws Exception {
        List<ReleasedState.Stored> records = state.read();
        String application = String.valueOf(settings.kafka().get("application.id"));
        Stream<String> changelogs = records.stream()
                .filter(ReleasedState.Stored::isChangelog)
                .map(record -> application + "-" + record.topic() + "-changelog")
                .distinct();
        Stream<NewTopic> topics = Stream.concat(
                changelogs.map(topic -> new NewTopic(topic, 1, (short) 1).configs(Map.of("cleanup.policy", "compact"))),
                OUTPUTS.stream().map(topic -> new NewTopic(topic.name(settings.topicPrefix()), 1, (short) 1)
                        .configs(topic.config())));
        try (Admin admin = Admin.create(settings.kafka());
                SchemaRegistryClient registry = SchemaRegistryClientFactory.newClient(
                        List.of(String.valueOf(settings.kafka().get(AvroSerdes.REGISTRY_URL))),
                        100,
                        List.of(new AvroSchemaProvider()),
                        Map.of(),
                        Map.of())) {
            TopicSetup.create(admin, topics.toList());
            state.write(settings, registry, records);
        }
        new TopicSetup(settings).run();
        new SchemaSetup(settings).run();
    }

    private static String ofAnotherPublisher(String line) throws Exception {
        ObjectNode article = (ObjectNode) new ObjectMapper().readTree(line);
        return article.put("id", "follow-up")
                .put("url", "https://another.example/1")
                .put("source", "Another Daily")
                .toString();
    }

    private static <T extends SpecificRecord> Map<String, T> latest(
            Installation installation, Topic<T> topic, Function<T, String> key) {
        Map<String, T> latest = new TreeMap<>();
        installation.read(topic).forEach(record -> latest.put(key.apply(record), record));
        return latest;
    }

    private static String day(DailyTally tally) {
        return SubjectKeys.dayKey(tally.getSubject(), tally.getDate());
    }

    private static Map<String, Integer> certain(Map<String, DailyTally> counts) {
        Map<String, Integer> certain = new TreeMap<>();
        counts.forEach((day, tally) -> certain.put(day, tally.getCertain()));
        return certain;
    }
}
