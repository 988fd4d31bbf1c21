package org.tocsin.schemas;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.NullMarked;

/** Serdes for records in Confluent's wire format: magic byte 0, 4-byte schema id, Avro binary. */
@NullMarked
public final class AvroSerdes {
    /** Registry URL; {@code mock://NAME} keeps schemas in memory. */
    public static final String REGISTRY_URL = "schema.registry.url";

    private static final int SCHEMAS_PER_SUBJECT = 1000;
    /** With it Confluent's classes look at the registry again and again for what to write and read. */
    private static final String USE_LATEST = "use.latest.version";

    static {
        trustOwnRecords();
        compareTimes();
    }

    private final Map<String, Object> config;

    private AvroSerdes(Map<String, Object> config) {
        this.config = config;
    }

    /**
     * Serdes that reach the registry by these settings; Confluent's serializer settings are accepted as they are.
     *
     * @param registry at least {@value #REGISTRY_URL}
     */
    public static AvroSerdes of(Map<String, ?> registry) {
        Map<String, Object> config = new HashMap<>(registry);
        if (!config.containsKey(REGISTRY_URL)) {
            throw new IllegalArgumentException("setting " + REGISTRY_URL + " is missing; it names the schema registry");
        }
        config.put("specific.avro.reader", true);
        config.put("avro.use.logical.type.converters", true);
        config.putIfAbsent("max.schemas.per.subject", SCHEMAS_PER_SUBJECT);
        return new AvroSerdes(config);
    }

    /**
     * Avro makes instances of classes that a schema names only when they are trusted; those of this package are, beside
     * what was trusted before. Programs that use Confluent's serializers without this class set the system property
     * {@code org.apache.avro.SERIALIZABLE_PACKAGES=org.tocsin.schemas}.
     */
    public static void trustOwnRecords() {
        String own = AvroSerdes.class.getPackageName();
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), type -> type.getPackageName()
                        .equals(own)));
    }

    /**
     * Arrays that were read compare their items by Avro's general rules, which by default do not know java.time: two
     * equal records with an instant in an array would throw in {@code equals}.
     */
    private static void compareTimes() {
        GenericData.get().addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        GenericData.get().addLogicalTypeConversion(new TimeConversions.DateConversion());
    }

    /** A serde for record values of this type. */
    @SuppressWarnings("unchecked") // Confluent's classes are of Object; what is written and read here is T alone.
    public <T extends SpecificRecord> Serde<T> values(Class<T> type) {
        Map<String, Object> own = new HashMap<>(config);
        own.put("specific.avro.value.type", type.getName());
        if (!Boolean.parseBoolean(String.valueOf(config.get(USE_LATEST)))) {
            return Serdes.serdeFrom(
                    new RegistrySerializer<>(SpecificData.get().getSchema(type), own),
                    new RegistryDeserializer<>(type, own));
        }
        Serializer<T> serializer = (Serializer<T>) (Serializer<?>) new KafkaAvroSerializer();
        Deserializer<T> deserializer = (Deserializer<T>) (Deserializer<?>) new KafkaAvroDeserializer();
        serializer.configure(own, false);
        deserializer.configure(own, false);
        return Serdes.serdeFrom(serializer, deserializer);
    }
}
