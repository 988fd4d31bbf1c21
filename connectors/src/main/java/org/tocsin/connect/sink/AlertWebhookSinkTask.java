package org.tocsin.connect.sink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.connect.net.HttpOutcome;
import org.tocsin.connect.sink.AlertFilter.Decision;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;

/** Moves alerts from the records of its partitions to the receiver. Only offsets of what has arrived are committed. */
public final class AlertWebhookSinkTask extends SinkTask {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWebhookSinkTask.class);

    /** A call of put ends well before the consumer would be thought dead (max.poll.interval.ms, 5 minutes). */
    private static final Duration A_PUT = Duration.ofSeconds(20);

    /** How often Connect calls while time matters: firing alerts to send again, partitions to be read again. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Clock clock;
    private final FiringAlerts firing = new FiringAlerts();
    private @Nullable Parts parts;
    private Instant resendDue = Instant.MAX;

    /** What a started task consists of. */
    private record Parts(
            AlertFilter filter,
            Receiver receiver,
            Deliveries deliveries,
            CatchUp catchUp,
            boolean resends,
            Duration resendEvery) {}

    public AlertWebhookSinkTask() {
        this(Clock.systemUTC());
    }

    AlertWebhookSinkTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String version() {
        return new AlertWebhookSinkConnector().version();
    }

    @Override
    public void start(Map<String, String> props) {
        SinkSettings settings = new SinkSettings(props);
        AlertFormat format = settings.alertFormat();
        Receiver receiver = Receiver.of(settings, format.contentType(), clock);
        boolean resends = settings.format() == SinkSettings.Format.ALERTMANAGER;
        Deliveries deliveries = new Deliveries(
                format, receiver, settings.retries(), firing, this::deadLetter, clock, RandomGenerator.getDefault());
        parts = new Parts(
                settings.filter(format.holdsAlerts()),
                receiver,
                deliveries,
                new CatchUp(resends ? settings.getLong(SinkSettings.LOOKBACK) : 0),
                resends,
                Duration.ofMillis(settings.getLong(SinkSettings.RESEND)));
        context.timeout(TICK.toMillis());
        LOG.info("alerts go to the {} as {}", receiver, settings.getString(SinkSettings.FORMAT));
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        parts().catchUp().open(partitions, clock.instant());
        // Makes Connect call preCommit soon, which tells the positions.
        context.requestCommit();
        resendDue = clock.instant();
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        parts().catchUp().close(partitions);
        parts().deliveries().forget(partitions);
        firing.forget(partitions);
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        records.forEach(this::accept);
        parts().catchUp().endOfBatch(clock.instant());
        parts().deliveries().send(A_PUT);
        if (parts().resends()
                && !parts().catchUp().isReading()
                && !clock.instant().isBefore(resendDue)) {
            resend();
        }
        schedule();
    }

    private void accept(SinkRecord record) {
        TopicPartition partition = new TopicPartition(record.originalTopic(), record.originalKafkaPartition());
        long offset = record.originalKafkaOffset();
        CatchUp catchUp = parts().catchUp();
        catchUp.locate(partition, offset, clock.instant()).ifPresent(from -> context.offset(partition, from));
        CatchUp.Step step = catchUp.step(partition, offset, clock.instant());
        // A purge deletes by null; there is nobody to tell.
        if (step == CatchUp.Step.IGNORE || record.value() == null) {
            return;
        }
        boolean again = step == CatchUp.Step.NOTE;
        try {
            Alert alert = AlertReader.read(record.value());
            if (alert.getKind() == AlertKind.UNKNOWN) {
                throw new DataException("its kind is of a later version than this connector");
            }
            Decision decision = parts().filter().decide(alert);
            if (again) {
                firing.note(partition, alert, decision);
            } else if (decision != Decision.PASS) {
                parts().deliveries().add(new Deliveries.Pending(record, alert, decision));
            }
        } catch (DataException e) {
            if (!again) {
                deadLetter(record, "no alert that can be read: " + e.getMessage());
            }
        }
    }

    private void resend() {
        Duration next = parts().resendEvery();
        for (var call : firing.calls(clock.instant())) {
            HttpOutcome outcome = parts().receiver().post(call, null);
            if (!(outcome instanceof HttpOutcome.Reply reply) || !reply.isSuccess()) {
                String what = outcome instanceof HttpOutcome.Reply reply
                        ? "status " + reply.status()
                        : ((HttpOutcome.Failure) outcome).kind().toString();
                LOG.warn("firing alerts could not be sent again: {}", what);
                next = next.compareTo(TICK.multipliedBy(5)) < 0 ? next : TICK.multipliedBy(5);
                break;
            }
        }
        resendDue = clock.instant().plus(next);
    }

    /** No further records while some wait; and when Connect is to call again. */
    private void schedule() {
        TopicPartition[] assigned = context.assignment().toArray(TopicPartition[]::new);
        var next = parts().deliveries().nextAttempt();
        if (next.isPresent()) {
            context.pause(assigned);
            long wait = Duration.between(clock.instant(), next.get()).toMillis();
            context.timeout(Math.min(Math.max(wait, 1), TICK.toMillis()));
            return;
        }
        context.resume(assigned);
        if (parts().resends()) {
            context.timeout(TICK.toMillis());
        }
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> currentOffsets) {
        CatchUp catchUp = parts().catchUp();
        currentOffsets.forEach((partition, position) -> {
            OptionalLong from = catchUp.locate(partition, position.offset(), clock.instant());
            from.ifPresent(offset -> context.offset(partition, offset));
        });
        catchUp.endOfBatch(clock.instant());
        if (catchUp.isReading()) {
            // Connect would fill in where partitions were set back to: nothing is committed until all are through.
            return Map.of();
        }
        Map<TopicPartition, OffsetAndMetadata> arrived = new HashMap<>(currentOffsets);
        parts().deliveries()
                .firstPending()
                .forEach((partition, offset) ->
                        arrived.computeIfPresent(partition, (p, current) -> new OffsetAndMetadata(offset)));
        return arrived;
    }

    private void deadLetter(Deliveries.Pending pending, String why) {
        deadLetter(pending.record(), "alert " + Announcement.idempotencyKey(pending.alert()) + ": " + why);
    }

    private void deadLetter(SinkRecord record, String why) {
        @Nullable ErrantRecordReporter reporter = context.errantRecordReporter();
        if (reporter == null) {
            throw new ConnectException(why + ". There are no dead letters for it: set errors.tolerance=all and "
                    + "errors.deadletterqueue.topic.name, and restart the task");
        }
        LOG.error("to the dead letters: {}", why);
        // Connect waits for it before it commits offsets, and fails the task when it fails.
        Future<Void> unused = reporter.report(record, new ConnectException(why));
    }

    @Override
    public void stop() {
        if (parts != null) {
            parts.receiver().close();
        }
    }

    private Parts parts() {
        return Objects.requireNonNull(parts, "the task has not been started");
    }
}
