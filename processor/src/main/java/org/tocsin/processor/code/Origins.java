package org.tocsin.processor.code;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.tocsin.schemas.Origin;

/**
 * Where an article was read. An article whose key is not its id takes a detour over a topic with the right key; a
 * header then carries its origin.
 */
public final class Origins {
    static final String HEADER = "tocsin.origin";
    private static final char SEPARATOR = ' ';
    private static final int PARTS = 4;

    private Origins() {}

    /** Notes the origin in a header before the detour. */
    public static final class Note<V> extends ContextualFixedKeyProcessor<String, V, V> {
        @Override
        public void process(FixedKeyRecord<String, V> record) {
            Origin origin = read(context().recordMetadata(), record.timestamp());
            record.headers().remove(HEADER).add(HEADER, write(origin).getBytes(StandardCharsets.UTF_8));
            context().forward(record);
        }
    }

    static Origin of(Headers headers, Optional<RecordMetadata> metadata, long timestamp) {
        Header header = headers.lastHeader(HEADER);
        return header == null ? read(metadata, timestamp) : read(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static Origin read(Optional<RecordMetadata> metadata, long timestamp) {
        return Origin.newBuilder()
                .setTopic(metadata.map(RecordMetadata::topic).orElse(""))
                .setPartition(metadata.map(RecordMetadata::partition).orElse(-1))
                .setOffset(metadata.map(RecordMetadata::offset).orElse(-1L))
                .setAppendedAt(Instant.ofEpochMilli(timestamp))
                .build();
    }

    private static String write(Origin origin) {
        return origin.getTopic()
                + SEPARATOR
                + origin.getPartition()
                + SEPARATOR
                + origin.getOffset()
                + SEPARATOR
                + origin.getAppendedAt().toEpochMilli();
    }

    private static Origin read(String text) {
        String[] parts = text.split(" ", PARTS);
        return Origin.newBuilder()
                .setTopic(parts[0])
                .setPartition(Integer.parseInt(parts[1]))
                .setOffset(Long.parseLong(parts[2]))
                .setAppendedAt(Instant.ofEpochMilli(Long.parseLong(parts[3])))
                .build();
    }
}
