package org.tocsin.processor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.processor.metrics.StageMeters;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.Topics;

/**
 * What happens to a record that cannot be processed (KIP-1034): bytes that are not the topic's schema, and records on
 * which a stage failed before it had changed anything, go to the dead letters and the pipeline goes on. All else stops
 * the task, the transaction is aborted and nothing is skipped: a registry that is out of reach above all.
 */
public final class DeadLetterHandler implements DeserializationExceptionHandler, ProcessingExceptionHandler {
    /** Streams setting by which the topic prefix reaches this class, which Kafka creates. */
    static final String TOPIC_PREFIX = "tocsin.dead-letters.prefix";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterHandler.class);

    /** Streams setting that brings who counts the dead letters; optional. */
    static final String METERS = "tocsin.dead-letters.meters";

    private String topic = "";
    private StageMeters meters = StageMeters.NONE;
    private Serializer<DeadLetter> serializer = (ignored, letter) -> new byte[0];

    @Override
    public void configure(Map<String, ?> configs) {
        topic = Topics.DEAD_LETTERS.name(String.valueOf(configs.get(TOPIC_PREFIX)));
        if (configs.get(METERS) instanceof StageMeters given) {
            meters = given;
        }
        serializer = Topics.DEAD_LETTERS.values(AvroSerdes.of(configs)).serializer();
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (!RegistryFailure.isContentFault(exception)) {
            LOG.error("the schema registry cannot be asked about {}: {}", where(context), FaultLine.of(exception));
            return DeserializationExceptionHandler.Response.fail();
        }
        LOG.warn("{} cannot be read: {}", where(context), FaultLine.of(exception));
        LOG.debug("{}", where(context), exception);
        DeadLetter letter = DeadLetters.unreadable(
                origin(context), record.key(), record.value(), Requeued.of(record.headers()), exception);
        return DeserializationExceptionHandler.Response.resume(List.of(send(record.key(), letter)));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (!(exception instanceof BeforeChange failure)) {
            LOG.error(
                    "{} failed at {}; nothing of it is kept: {}",
                    context.processorNodeId(),
                    where(context),
                    FaultLine.of(exception));
            LOG.debug("{}", where(context), exception);
            return ProcessingExceptionHandler.Response.fail();
        }
        LOG.warn(
                "{} passes over {}, article {}: {}",
                context.processorNodeId(),
                where(context),
                failure.articleId(),
                FaultLine.of(failure));
        LOG.debug("{}", where(context), failure);
        DeadLetter letter = DeadLetters.failed(
                context.processorNodeId(),
                failure.origin(),
                Optional.of(failure.articleId()),
                context.sourceRawKey(),
                context.sourceRawValue(),
                exception);
        return ProcessingExceptionHandler.Response.resume(List.of(send(context.sourceRawKey(), letter)));
    }

    private ProducerRecord<byte[], byte[]> send(byte[] key, DeadLetter letter) {
        meters.written(letter);
        return new ProducerRecord<>(topic, null, key, serializer.serialize(topic, letter));
    }

    private static Origin origin(ErrorHandlerContext context) {
        return Origin.newBuilder()
                .setTopic(context.topic())
                .setPartition(context.partition())
                .setOffset(context.offset())
                .setAppendedAt(Instant.ofEpochMilli(context.timestamp()))
                .build();
    }

    private static String where(ErrorHandlerContext context) {
        return context.topic() + " partition " + context.partition() + " offset " + context.offset();
    }
}
