package org.tocsin.processor;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.tocsin.schemas.Topic;

/** Kafka Streams' settings: what Tocsin's promises need, and defaults that an installation may change. */
public final class StreamsConfiguration {
    private static final String APPLICATION_ID = "tocsin";
    /** Each of the three stages waits for the commit of the one before: half of Streams' own 100 ms. */
    private static final String COMMIT_INTERVAL_MS = "50";
    /** Streams' own 100 ms would be waited out in each stage when little comes in. */
    private static final String LINGER_MS = "5";
    /** What one commit changes several times is written and logged once. A thread gets its share of it. */
    private static final String STORE_CACHE_BYTES = Integer.toString(16 << 20);
    /** By its name: Kafka has deprecated the constant, for the setting is to become the default. */
    private static final String GLOBAL_HANDLER_ENABLED = "processing.exception.handler.global.enabled";

    private StreamsConfiguration() {}

    /** All settings: Tocsin's defaults, then the installation's, then what must not be changed. */
    public static Properties of(Settings settings) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, "1");
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, STORE_CACHE_BYTES);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MS);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.putAll(settings.kafka());
        config.putAll(required(settings));
        return config;
    }

    /** What the topology itself is built with. */
    static TopologyConfig topology(Settings settings) {
        Properties config = of(settings);
        config.putIfAbsent(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none");
        return new TopologyConfig(new StreamsConfig(config));
    }

    private static Map<String, Object> required(Settings settings) {
        return Map.of(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true,
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                DeadLetterHandler.class,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                DeadLetterHandler.class,
                GLOBAL_HANDLER_ENABLED,
                true,
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                Integer.toString(Topic.MAX_MESSAGE_BYTES),
                StreamsConfig.topicPrefix("max.message.bytes"),
                Integer.toString(Topic.MAX_MESSAGE_BYTES),
                DeadLetterHandler.TOPIC_PREFIX,
                settings.topicPrefix());
    }
}
