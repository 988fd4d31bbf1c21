package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our way of writing and reading is Confluent's, only quicker: the same bytes, the same records, the same refusals. */
class RegistrySerdeTest {
    private static final String TOPIC = "tocsin.articles";
    private static final int RECORDS = 50;

    static Stream<Schema> recordSchemas() throws IOException {
        return OwnSchemas.all().values().stream().filter(schema -> schema.getType() == Schema.Type.RECORD);
    }

    @ParameterizedTest
    @MethodSource("recordSchemas")
    void shouldWriteEachRecordAsAvroDoes(Schema schema) throws IOException {
        RecordWriter own = new RecordWriter(schema);
        DatumWriter<SpecificRecord> avros = writer(schema);
        for (SpecificRecord record : random(schema)) {
            assertThat(bytes(out -> own.write(record, out))).isEqualTo(bytes(out -> avros.write(record, out)));
        }
    }

    @Test
    void shouldWriteAndReadTheFirstRecordAndAllLaterOnesAlike() throws IOException {
        try (Serde<Incident> serde = serdes("serde-alike", Map.of()).values(Incident.class)) {
            for (SpecificRecord record : random(Incident.getClassSchema())) {
                Incident incident = (Incident) record;
                byte[] written = serde.serializer().serialize("incidents", incident);
                assertThat(Arrays.copyOf(written, 5)).containsExactly(0, 0, 0, 0, 1);
                Incident read = serde.deserializer().deserialize("incidents", written);
                assertThat(Records.same(read, incident)).isTrue();
            }
        }
    }

    @Test
    void shouldNameEachTopicsSchemaByItsOwnId() {
        try (Serde<Article> articles = serdes("serde-ids", Map.of()).values(Article.class);
                Serde<Level> levels = serdes("serde-ids", Map.of()).values(Level.class)) {
            levels.serializer().serialize("levels", new Level("high", 2));
            articles.serializer().serialize(TOPIC, article("first"));
            assertThat(levels.serializer().serialize("levels", new Level("low", 1)))
                    .startsWith(0, 0, 0, 0, 1);
            assertThat(articles.serializer().serialize(TOPIC, article("second")))
                    .startsWith(0, 0, 0, 0, 2);
        }
    }

    @Test
    void shouldLeaveTheWritingToConfluentWhereItWritesByAnotherSchema() throws Exception {
        int id = register("serde-other", withoutLastField(Article.getClassSchema()));
        Map<String, Object> settings = Map.of("auto.register.schemas", false, "use.schema.id", id);
        try (Serde<Article> serde = serdes("serde-other", settings).values(Article.class);
                KafkaAvroSerializer confluent = new KafkaAvroSerializer()) {
            confluent.configure(config("serde-other", settings), false);
            for (String name : List.of("first", "second", "third")) {
                assertThat(serde.serializer().serialize(TOPIC, article(name)))
                        .isEqualTo(confluent.serialize(TOPIC, article(name)));
            }
        }
    }

    @Test
    void shouldReadOldAndNewRecordsInTurn() throws Exception {
        int id = register("serde-turns", withoutLastField(Article.getClassSchema()));
        Map<String, Object> old = Map.of("auto.register.schemas", false, "use.schema.id", id);
        try (Serde<Article> older = serdes("serde-turns", old).values(Article.class);
                Serde<Article> newer = serdes("serde-turns", Map.of()).values(Article.class)) {
            for (int i = 0; i < 3; i++) {
                Article article = article("a" + i);
                byte[] byOlder = older.serializer().serialize(TOPIC, article);
                byte[] byNewer = newer.serializer().serialize(TOPIC, article);
                assertThat(newer.deserializer().deserialize(TOPIC, byNewer)).isEqualTo(article);
                assertThat(newer.deserializer().deserialize(TOPIC, byOlder))
                        .isEqualTo(
                                Article.newBuilder(article).clearRetrievedAt().build());
            }
        }
    }

    @Test
    void shouldRefuseWhatIsNoRecordAsConfluentDoes() {
        try (Serde<Article> serde = serdes("serde-refuse", Map.of()).values(Article.class);
                KafkaAvroDeserializer confluent = new KafkaAvroDeserializer()) {
            confluent.configure(config("serde-refuse", Map.of("specific.avro.reader", true)), false);
            byte[] good = serde.serializer().serialize(TOPIC, article("good"));
            serde.deserializer().deserialize(TOPIC, good);

            byte[] short1 = Arrays.copyOf(good, good.length - 3);
            byte[] otherId = good.clone();
            otherId[4] = 99;
            byte[] noMagic = good.clone();
            noMagic[0] = 7;
            for (byte[] bad : List.of(short1, otherId, noMagic, new byte[] {0, 1}, new byte[0])) {
                Throwable refusal = catchThrowable(() -> confluent.deserialize(TOPIC, bad));
                assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bad))
                        .isInstanceOf(RuntimeException.class)
                        .hasSameClassAs(refusal)
                        .hasMessage(refusal.getMessage());
            }
            assertThat(serde.deserializer().deserialize(TOPIC, good)).isEqualTo(article("good"));
        }
    }

    @Test
    @SuppressWarnings("NullAway") // Kafka asks for the bytes of a tombstone, too.
    void shouldHaveNoBytesForNothing() {
        try (Serde<Article> serde = serdes("serde-null", Map.of()).values(Article.class)) {
            assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
            assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
        }
    }

    private interface Writing {
        void to(BinaryEncoder out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        writing.to(encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked") // The writer of the schema's own class.
    private static DatumWriter<SpecificRecord> writer(Schema schema) {
        SpecificData model = SpecificData.getForSchema(schema);
        return (DatumWriter<SpecificRecord>) (DatumWriter<?>) model.createDatumWriter(schema);
    }

    /** Records of the generated classes with values of all kinds, the same in every run. */
    private static List<SpecificRecord> random(Schema schema) throws IOException {
        List<SpecificRecord> records = new ArrayList<>();
        for (Object plain : new RandomData(schema, RECORDS, 7, true)) {
            byte[] written = bytes(out -> new GenericDatumWriter<>(schema).write(plain, out));
            records.add(new SpecificDatumReader<SpecificRecord>(schema, schema, SpecificData.getForSchema(schema))
                    .read(null, DecoderFactory.get().binaryDecoder(written, null)));
        }
        return records;
    }

    private static Article article(String id) {
        return Article.newBuilder()
                .setId(id)
                .setBody("Gunmen attacked a police station.")
                .setRetrievedAt(Instant.parse("2020-09-28T10:00:00Z"))
                .build();
    }

    private static Schema withoutLastField(Schema schema) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field :
                schema.getFields().subList(0, schema.getFields().size() - 1)) {
            fields.add(new Schema.Field(field, field.schema()));
        }
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    private static int register(String scope, Schema schema) throws Exception {
        return MockSchemaRegistry.getClientForScope(scope).register(TOPIC + "-value", new AvroSchema(schema));
    }

    private static AvroSerdes serdes(String scope, Map<String, Object> settings) {
        return AvroSerdes.of(config(scope, settings));
    }

    private static Map<String, Object> config(String scope, Map<String, Object> settings) {
        Map<String, Object> config = new HashMap<>(settings);
        config.put(AvroSerdes.REGISTRY_URL, "mock://" + scope);
        return config;
    }
}
