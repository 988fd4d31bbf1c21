package org.tocsin.processor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.tocsin.coder.EventCoder;
import org.tocsin.coder.json.JsonLines;
import org.tocsin.processor.Pipeline;
import org.tocsin.processor.Settings;
import org.tocsin.processor.StreamsConfiguration;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.Topics;

/**
 * What a release has left in Kafka after the sample feed: the newest record of each key of its stores' changelogs and of
 * its public topics, as JSON Lines. Values are Avro binary in Base64 with the name of the schema that wrote them, which
 * is frozen in {@code schemas}; a store of plain text has its text.
 */
final class ReleasedState {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCHEMAS = Path.of("..", "schemas", "src", "test", "resources", "released");
    private static final Path SAMPLES = Path.of("..", "samples", "articles.jsonl");
    private static final String CHANGELOG = "-changelog";
    private static final String MOCK = "freeze";
    private static final int HEADER = 5;

    private final String version;
    private final Map<String, Schema> schemas = new TreeMap<>();

    ReleasedState(String version) {
        this.version = version;
    }

    /** One record; {@code schema} is empty for plain text. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(String topic, boolean isChangelog, String key, Optional<String> schema, byte[] value) {}

    /** The lines of the sample feed. */
    static List<String> samples() throws IOException {
        return Files.readAllLines(SAMPLES);
    }

    /** Runs the sample feed through today's code and keeps what it leaves. */
    void freeze() throws Exception {
        Settings settings = Settings.of(Map.of("schema.registry.url", "mock://" + MOCK));
        Properties config = StreamsConfiguration.of(settings);
        config.put("bootstrap.servers", "none");
        config.put(
                "state.dir",
                Files.createTempDirectory(Path.of("target"), "freeze").toString());
        Files.createDirectories(file().getParent());
        try (TopologyTestDriver driver =
                        new TopologyTestDriver(Pipeline.topology(settings, EventCoder.load()), config);
                Writer out = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file())), UTF_8)) {
            TestInputTopic<String, Article> articles = driver.createInputTopic(
                    Topics.ARTICLES.name(settings.topicPrefix()),
                    new StringSerializer(),
                    Topics.ARTICLES.values(settings.serdes()).serializer());
            for (String line : samples()) {
                Article article = ArticleRecord.of(JsonLines.article(line));
                articles.pipeInput(article.getId(), article);
            }
            driver.advanceWallClockTime(Duration.ofSeconds(2));
            driver.advanceWallClockTime(Duration.ofSeconds(2));
            for (String topic : driver.producedTopicNames().stream().sorted().toList()) {
                for (Stored record : newest(driver, topic, config.getProperty("application.id"))) {
                    out.write(line(record));
                }
            }
        }
    }

    private static List<Stored> newest(TopologyTestDriver driver, String topic, String application) throws Exception {
        boolean isChangelog = topic.endsWith(CHANGELOG);
        Set<String> outputs = Set.of(Topics.INCIDENTS, Topics.DAILY_COUNTS, Topics.ALERTS).stream()
                .map(t -> t.name(Topics.DEFAULT_PREFIX))
                .collect(Collectors.toSet());
        Map<String, Stored> newest = new TreeMap<>();
        if (!isChangelog && !outputs.contains(topic)) {
            return List.of();
        }
        String name = isChangelog
                ? topic.substring(application.length() + 1, topic.length() - CHANGELOG.length())
                : topic.substring(Topics.DEFAULT_PREFIX.length());
        var output = driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
        while (!output.isEmpty()) {
            var record = output.readKeyValue();
            if (record.value == null) {
                newest.remove(record.key);
            } else {
                newest.put(record.key, stored(name, isChangelog, record.key, record.value));
            }
        }
        return List.copyOf(newest.values());
    }

    private static Stored stored(String name, boolean isChangelog, String key, byte[] bytes) throws Exception {
        if (bytes[0] != 0) {
            return new Stored(name, isChangelog, key, Optional.empty(), bytes);
        }
        int id = ByteBuffer.wrap(bytes).getInt(1);
        SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope(MOCK);
        Schema schema = ((AvroSchema) registry.getSchemaById(id)).rawSchema();
        byte[] value = Arrays.copyOfRange(bytes, HEADER, bytes.length);
        return new Stored(name, isChangelog, key, Optional.of(schema.getName()), value);
    }

    private static String line(Stored record) {
        ObjectNode json = JSON.createObjectNode();
        json.put(record.isChangelog ? "store" : "topic", record.topic).put("key", record.key);
        record.schema.ifPresentOrElse(
                schema -> json.put("schema", schema)
                        .put("value", Base64.getEncoder().encodeToString(record.value)),
                () -> json.put("value", new String(record.value, UTF_8)));
        return json + "\n";
    }

    List<Stored> read() throws IOException {
        List<Stored> records = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file())), UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode json = JSON.readTree(line);
                Optional<String> schema =
                        Optional.ofNullable(json.get("schema")).map(JsonNode::asText);
                String value = json.get("value").asText();
                records.add(new Stored(
                        json.path("store").asText(json.path("topic").asText()),
                        json.has("store"),
                        json.get("key").asText(),
                        schema,
                        schema.isPresent() ? Base64.getDecoder().decode(value) : value.getBytes(UTF_8)));
            }
        }
        return records;
    }

    /** Writes the records as the release had, in the wire format of its schemas. */
    void write(Settings settings, SchemaRegistryClient registry, List<Stored> records) throws Exception {
        String application = String.valueOf(settings.kafka().get("application.id"));
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings.kafka(), new StringSerializer(), new ByteArraySerializer())) {
            for (Stored record : records) {
                String topic = record.isChangelog
                        ? application + "-" + record.topic + CHANGELOG
                        : settings.topicPrefix() + record.topic;
                byte[] value = record.value;
                if (record.schema.isPresent()) {
                    Schema schema = schema(record.schema.get());
                    int id = registry.register(topic + "-value", new AvroSchema(schema));
                    value = ByteBuffer.allocate(HEADER + record.value.length)
                            .put((byte) 0)
                            .putInt(id)
                            .put(record.value)
                            .array();
                }
                sent.add(producer.send(new ProducerRecord<>(topic, record.key, value)));
            }
        }
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
    }

    private Schema schema(String name) throws IOException {
        if (!schemas.containsKey(name)) {
            schemas.put(
                    name,
                    new Schema.Parser()
                            .parse(SCHEMAS.resolve(version)
                                    .resolve(name + ".avsc")
                                    .toFile()));
        }
        return schemas.get(name);
    }

    private Path file() {
        return Path.of("src", "test", "resources", "released", version, "state.jsonl.gz");
    }
}
