package org.tocsin.processor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.PipelineApp;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.Topics;

/** {@code dead-letters} on a real broker with the pipeline behind it. */
class DeadLettersCommandTest {
    private static final String EMPTY = "{\"id\":\"empty\",\"body\":\"<br/>\"}";
    private static final String ATTACK =
            """
            {"id":"attack","source":"Courier","title":"Car bomb kills four in Mosul","publishedAt":"2024-03-12T12:00:00Z",\
            "body":"A car bomb exploded outside a police station in Mosul, Iraq, on Monday, killing four officers."}""";

    @TempDir
    Path directory;

    private final Installation installation = Installation.with(Map.of());
    private String config = "";

    @BeforeEach
    void writeConfig() throws Exception {
        config = Call.configFile(directory, installation.settings());
    }

    @Test
    void shouldListShowAndPutBackWithoutLoops() throws Exception {
        installation.publish(EMPTY, "no article");
        installation.publishRaw("raw", "this is not Avro".getBytes(UTF_8));
        try (PipelineApp app = installation.start()) {
            installation.awaitProcessed();

            Call list = call("list");
            assertThat(list.err()).contains("3 dead letters: ").contains("1 UNREADABLE", "1 EMPTY", "1 BAD_LINE");
            assertThat(list.outLines()).hasSize(3);
            assertThat(call("list", "--cause", "EMPTY", "--article", "empty").outLines())
                    .hasSize(1);
            assertThat(call("list", "--since", "2999-01-01").outLines()).isEmpty();
            assertThat(call("show", "--cause", "UNREADABLE").out()).contains("this is not Avro");

            Call first = call("requeue", "--cause", "EMPTY");
            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(first.err()).contains("1 articles published");
            installation.awaitProcessed();
            assertThat(attempts()).contains(0, 1);

            Call second = call("requeue", "--cause", "EMPTY");
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err()).contains("0 articles published, 1 letters refused, 1 were put back before");
            assertThat(second.out()).contains("--again");
            assertThat(published()).isEqualTo(2);

            assertThat(call("requeue", "--cause", "EMPTY", "--again").err()).contains("1 articles published");
            assertThat(published()).isEqualTo(3);
            assertThat(app.fault()).isEmpty();
        }
    }

    @Test
    void shouldCountAnArticleOnceThatIsPutBackThoughAllStagesHadIt() throws Exception {
        installation.publish(ATTACK);
        try (PipelineApp app = installation.start()) {
            installation.awaitProcessed();
            writeLetter(failed(installation.read(Topics.INCIDENTS).get(0)));

            assertThat(call("requeue").exitCode()).isZero();
            installation.awaitProcessed();
            assertThat(app.fault()).isEmpty();
        }

        assertThat(published()).isEqualTo(2);
        assertThat(installation.read(Topics.INCIDENTS))
                .singleElement()
                .extracting(Incident::getReportCount)
                .isEqualTo(1);
        assertThat(installation.read(Topics.DAILY_COUNTS))
                .isNotEmpty()
                .extracting(DailyTally::getCertain)
                .containsOnly(1);
    }

    @Test
    void shouldRefuseACauseThatIsNone() {
        Call call = call("list", "--since", "yesterday");

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("2020-09-29");
        assertThat(call("list", "--cause", "BAD").exitCode()).isEqualTo(2);
    }

    private List<Integer> attempts() {
        return installation.read(Topics.DEAD_LETTERS).stream()
                .filter(letter -> letter.getReason() == DeadLetterReason.EMPTY)
                .map(DeadLetter::getAttempts)
                .toList();
    }

    /** Records of the articles topic that can be read. */
    private int published() {
        return installation.read(Topics.ARTICLES).size();
    }

    private static DeadLetter failed(Incident incident) {
        Origin origin = incident.getCause().getOrigin().orElseThrow();
        return DeadLetter.newBuilder()
                .setReason(DeadLetterReason.FAILED)
                .setStage("merge")
                .setMessage("as a fault of merge would have written it")
                .setArticleId("attack")
                .setOrigin(origin)
                .build();
    }

    private void writeLetter(DeadLetter letter) throws Exception {
        String topic = Topics.DEAD_LETTERS.name(installation.settings().topicPrefix());
        byte[] value = Topics.DEAD_LETTERS
                .values(installation.settings().serdes())
                .serializer()
                .serialize(topic, letter);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                installation.settings().kafka(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private Call call(String... arguments) {
        List<String> all = new ArrayList<>(List.of("dead-letters", arguments[0], "--config", config));
        all.addAll(List.of(arguments).subList(1, arguments.length));
        return Call.of(all.toArray(String[]::new));
    }
}
