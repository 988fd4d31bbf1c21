package org.tocsin.processor.cli;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.json.JsonLines;
import org.tocsin.coder.json.JsonLines.BadLine;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/**
 * Writes article lines to the articles topic. A line that is no article, or too long for the topic, goes to the dead
 * letters with its file and line. Nothing is given up silently: {@link #flush()} returns only when the broker has
 * acknowledged everything. With a producer that is in a transaction all of it is part of that.
 */
final class ArticlePublisher implements AutoCloseable {
    /** Of a line that is kept in its dead letter. */
    private static final int MAX_PAYLOAD = 1024 * 1024;

    /** More than what Kafka adds to a record's key and value. */
    private static final int RECORD_OVERHEAD = 128;

    /** Bytes of a character in UTF-8, at most. */
    private static final int LONGEST_CHARACTER = 3;

    private static final String TOO_LONG =
            "the article is longer than the %d bytes that a record may have".formatted(Topic.MAX_MESSAGE_BYTES);
    private static final String STAGE = "publish";

    private final KafkaProducer<String, byte[]> producer;
    private final Serializer<Article> articles;
    private final Serializer<DeadLetter> deadLetters;
    private final String articlesTopic;
    private final String deadLettersTopic;
    private final Console console;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long published;
    private long bad;

    ArticlePublisher(Settings settings, Console console) {
        this(producer(settings, Map.of()), settings, console);
    }

    /** Closes the producer at its end. */
    ArticlePublisher(KafkaProducer<String, byte[]> producer, Settings settings, Console console) {
        this.producer = producer;
        this.console = console;
        this.articles = Topics.ARTICLES.values(settings.serdes()).serializer();
        this.deadLetters = Topics.DEAD_LETTERS.values(settings.serdes()).serializer();
        this.articlesTopic = Topics.ARTICLES.name(settings.topicPrefix());
        this.deadLettersTopic = Topics.DEAD_LETTERS.name(settings.topicPrefix());
    }

    static KafkaProducer<String, byte[]> producer(Settings settings, Map<String, ?> more) {
        return new KafkaProducer<>(producerConfig(settings, more), new StringSerializer(), new ByteArraySerializer());
    }

    /** A producer's settings as publishing needs them, with these more. */
    static Map<String, Object> producerConfig(Settings settings, Map<String, ?> more) {
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_MESSAGE_BYTES);
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 20);
        config.putAll(more);
        return config;
    }

    /** Publishes the article of one line, or says what is wrong with it. */
    void publish(String file, long number, byte[] bytes) {
        rethrow();
        SentLine line = new SentLine(file, number, bytes);
        if (bytes.length >= LineFile.LONGEST) {
            deadLetter(line, DeadLetterReason.TOO_LONG, TOO_LONG);
            return;
        }
        try {
            Article article = ArticleRecord.of(JsonLines.article(new String(bytes, StandardCharsets.UTF_8)));
            byte[] value = articles.serialize(articlesTopic, article);
            if (value.length + article.getId().length() * LONGEST_CHARACTER + RECORD_OVERHEAD
                    > Topic.MAX_MESSAGE_BYTES) {
                deadLetter(line, DeadLetterReason.TOO_LONG, TOO_LONG);
                return;
            }
            published++;
            var unused = producer.send(
                    new ProducerRecord<>(articlesTopic, article.getId(), value), (metadata, e) -> failed(e));
        } catch (BadLine e) {
            deadLetter(line, DeadLetterReason.BAD_LINE, String.valueOf(e.getMessage()));
        }
    }

    private void failed(@Nullable Exception e) {
        if (e != null) {
            failure.compareAndSet(null, e);
        }
    }

    private void deadLetter(SentLine line, DeadLetterReason reason, String message) {
        bad++;
        console.say("%s, line %d: %s".formatted(line.file, line.number, message));
        DeadLetter letter = DeadLetter.newBuilder()
                .setReason(reason)
                .setStage(STAGE)
                .setMessage(message)
                .setFile(line.file)
                .setLine(line.number)
                .setPayload(ByteBuffer.wrap(line.bytes, 0, Math.min(line.bytes.length, MAX_PAYLOAD)))
                .setPayloadBytes(line.bytes.length)
                .build();
        byte[] value = deadLetters.serialize(deadLettersTopic, letter);
        var unused = producer.send(new ProducerRecord<>(deadLettersTopic, value), (metadata, e) -> failed(e));
    }

    /** Waits until the broker has all that was published. */
    void flush() {
        producer.flush();
        rethrow();
    }

    /** Articles handed to the producer. */
    long published() {
        return published;
    }

    /** Lines that went to the dead letters. */
    long bad() {
        return bad;
    }

    private void rethrow() {
        Exception e = failure.get();
        if (e != null) {
            throw new OperatorException("publishing stopped, Kafka refuses records: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        producer.close();
        articles.close();
        deadLetters.close();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record SentLine(String file, long number, byte[] bytes) {}
}
