package org.tocsin.processor.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.Topics;

/**
 * The dead letters topic as a whole. That a letter's article was put back stands in the same topic: a record without a
 * value whose header names the letter. It is written in the transaction that puts the article back, so neither is there
 * without the other.
 */
final class LetterBox {
    /** Of the record that says that a letter's article was put back; its value is the letter's id. */
    static final String REQUEUED_LETTER = "tocsin.requeued.letter";

    private LetterBox() {}

    /** All letters that are still held, the oldest first. */
    static List<Letter> read(Settings settings, Console console) {
        Map<String, Written> letters = new LinkedHashMap<>();
        Map<String, Instant> requeued = new HashMap<>();
        try (TopicReader<DeadLetter> reader = new TopicReader<>(settings, Topics.DEAD_LETTERS, console)) {
            reader.readRecordsToEnd((record, letter) -> {
                Instant at = Instant.ofEpochMilli(record.timestamp());
                requeuedLetter(record).ifPresent(id -> requeued.put(id, at));
                if (letter != null) {
                    letters.put(Letter.id(record.partition(), record.offset()), new Written(at, letter));
                }
            });
        }
        List<Letter> all = new ArrayList<>();
        letters.forEach((id, written) ->
                all.add(new Letter(id, written.at, written.letter, Optional.ofNullable(requeued.get(id)))));
        return all;
    }

    /** The record that says that a letter's article was put back. */
    static ProducerRecord<byte[], byte[]> requeued(Letter letter, Settings settings) {
        byte @Nullable [] key = letter.letter().getKey().map(Letter::bytes).orElse(null);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.DEAD_LETTERS.name(settings.topicPrefix()), key, null);
        record.headers().add(REQUEUED_LETTER, letter.id().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static Optional<String> requeuedLetter(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader(REQUEUED_LETTER))
                .map(Header::value)
                .map(id -> new String(id, StandardCharsets.UTF_8));
    }

    private record Written(Instant at, DeadLetter letter) {}
}
