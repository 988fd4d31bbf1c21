package org.tocsin.processor.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.AllOrNothing;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Requeued;
import org.tocsin.processor.Settings;
import org.tocsin.processor.cli.RequeuePlan.Decision;
import org.tocsin.schemas.Topics;

/**
 * Puts articles back from the dead letters, each in one transaction with the note that it was. One transactional id for
 * all who do: a second one fences the first, and reads only then what that has done.
 */
final class Requeue implements AutoCloseable {
    private final Settings settings;
    private final Console console;
    private final String articlesTopic;
    private final KafkaProducer<byte[], byte[]> producer;

    Requeue(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
        this.articlesTopic = Topics.ARTICLES.name(settings.topicPrefix());
        Map<String, Object> config = ArticlePublisher.producerConfig(
                settings,
                Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.topicPrefix() + "dead-letters-requeue"));
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /** What is to be done with the letters that are meant. */
    List<Decision> plan(LetterFilter filter, boolean again) {
        List<Letter> letters =
                LetterBox.read(settings, console).stream().filter(filter).toList();
        Map<ArticleRecords.At, SourceRecord> sources = ArticleRecords.read(
                settings,
                letters.stream()
                        .filter(letter -> letter.requeuedAt().isEmpty())
                        .flatMap(letter -> letter.letter().getOrigin().stream())
                        .filter(origin -> origin.getTopic().equals(articlesTopic))
                        .map(ArticleRecords.At::of)
                        .collect(Collectors.toSet()));
        return new RequeuePlan(
                        articlesTopic, origin -> Optional.ofNullable(sources.get(ArticleRecords.At.of(origin))), again)
                .of(letters);
    }

    /** Does it. */
    void carryOut(Decision decision) {
        if (decision instanceof Decision.PutBack back) {
            write(back.letter(), article(back.key(), back.value(), back.mark()));
        } else if (decision instanceof Decision.PutBackLine back) {
            byte[] value = value(back);
            byte[] key = back.article().id().getBytes(StandardCharsets.UTF_8);
            write(back.letter(), article(key, value, back.mark()));
        } else if (decision instanceof Decision.SameRecord same) {
            write(same.letter(), null);
        }
    }

    private byte[] value(Decision.PutBackLine back) {
        return Topics.ARTICLES
                .values(settings.serdes())
                .serializer()
                .serialize(articlesTopic, ArticleRecord.of(back.article()));
    }

    private ProducerRecord<byte[], byte[]> article(byte @Nullable [] key, byte[] value, Requeued mark) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(articlesTopic, key, value);
        mark.to(record.headers());
        return record;
    }

    private void write(Letter letter, @Nullable ProducerRecord<byte[], byte[]> article) {
        try {
            AllOrNothing.write(producer, () -> {
                if (article != null) {
                    var unused = producer.send(article);
                }
                var unusedToo = producer.send(LetterBox.requeued(letter, settings));
            });
        } catch (KafkaException e) {
            throw new OperatorException(
                    "letter %s was not put back, all before it were; call it again: %s"
                            .formatted(letter.id(), OperatorException.rootOf(e).getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
