package org.tocsin.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.NullMarked;

/**
 * A topic: its name and what it holds. Keys are strings.
 *
 * @param name without the installation's prefix
 * @param type of the values
 * @param partitions when created by Tocsin
 * @param cleanup what the broker removes
 */
@NullMarked
public record Topic<T extends SpecificRecord>(String name, Class<T> type, int partitions, Cleanup cleanup) {

    /** Largest record, bytes: an article of 1 MiB of text with room for its other fields. */
    public static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

    /** What the broker removes. */
    public sealed interface Cleanup {
        /** All but the newest record of a key. */
        record Compact() implements Cleanup {}

        /**
         * Records older than this by append time: event times may lie years back, and retention by them would delete a
         * back-fill as it arrives.
         */
        record Delete(Duration retention) implements Cleanup {}
    }

    /** The name with the installation's prefix, for example {@code tocsin.articles}. */
    public String name(String prefix) {
        return prefix + name;
    }

    /** The serde of the keys. */
    public Serde<String> keys() {
        return Serdes.String();
    }

    /** The serde of the values. */
    public Serde<T> values(AvroSerdes serdes) {
        return serdes.values(type);
    }

    /** The broker's settings for this topic. */
    public Map<String, String> config() {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        if (cleanup instanceof Cleanup.Delete delete) {
            config.put("cleanup.policy", "delete");
            config.put("retention.ms", Long.toString(delete.retention().toMillis()));
            config.put("message.timestamp.type", "LogAppendTime");
        } else {
            config.put("cleanup.policy", "compact");
            config.put("retention.ms", "-1");
        }
        return config;
    }
}
