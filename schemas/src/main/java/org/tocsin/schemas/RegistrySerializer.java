package org.tocsin.schemas;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What Confluent's serializer writes, at a fraction of its cost: it writes the first record of each topic, with all that
 * it asks of the registry, and its five bytes before that record, which name the schema, stand before all later ones. It
 * compares whole schemas for each record, though those of one class never change. Where it writes anything else than the
 * class's own schema in Avro's binary form, as some of its settings make it do, it writes all records.
 *
 * <p>Thread-safe.
 */
@NullMarked
final class RegistrySerializer<T extends SpecificRecord> implements Serializer<T> {
    /** Magic byte and schema id. */
    static final int PREFIX = 5;

    private static final byte[] NONE = {};
    private static final ThreadLocal<Buffer> BUFFERS = ThreadLocal.withInitial(Buffer::new);

    private final KafkaAvroSerializer confluent = new KafkaAvroSerializer();
    private final RecordWriter writer;
    /** By topic; {@link #NONE} where all records are Confluent's to write. */
    private final Map<String, byte[]> prefixes = new ConcurrentHashMap<>();

    RegistrySerializer(Schema schema, Map<String, ?> config) {
        writer = new RecordWriter(schema);
        confluent.configure(config, false);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        byte[] prefix = prefixes.get(topic);
        if (prefix == null) {
            return first(topic, value);
        }
        return prefix.length == 0 ? confluent.serialize(topic, value) : own(prefix, value);
    }

    private byte[] first(String topic, T value) {
        byte[] written = confluent.serialize(topic, value);
        byte[] prefix = Arrays.copyOf(written, PREFIX);
        prefixes.put(topic, Arrays.equals(written, own(prefix, value)) ? prefix : NONE);
        return written;
    }

    private byte[] own(byte[] prefix, T value) {
        try {
            return BUFFERS.get().write(prefix, value, writer);
        } catch (IOException | RuntimeException e) {
            BUFFERS.remove();
            throw new SerializationException("a record of " + value.getSchema().getFullName() + " is not whole", e);
        }
    }

    @Override
    public void close() {
        confluent.close();
    }

    /** A thread's room to write in. */
    private static final class Buffer {
        private static final int LARGEST_KEPT = 1 << 20;

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
        private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);

        byte[] write(byte[] prefix, SpecificRecord value, RecordWriter writer) throws IOException {
            bytes.reset();
            encoder.writeFixed(prefix);
            writer.write(value, encoder);
            encoder.flush();
            byte[] written = bytes.toByteArray();
            if (written.length > LARGEST_KEPT) {
                BUFFERS.remove();
            }
            return written;
        }
    }
}
