package org.tocsin.connect.sink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.connect.net.HttpOutcome;
import org.tocsin.connect.sink.AlertFilter.Decision;
import org.tocsin.schemas.Alert;

/**
 * Alerts on their way out, one after the other in the order in which they were read: none overtakes the one before,
 * which may be of the same target. What waits for its next attempt waits here, without blocking the consumer.
 */
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    /** A revision to be sent, of the record that it came in. */
    record Pending(SinkRecord record, Alert alert, Decision decision) {
        TopicPartition partition() {
            return new TopicPartition(record.originalTopic(), record.originalKafkaPartition());
        }
    }

    /** Where alerts go that the receiver did not take. */
    interface DeadLetters {
        void report(Pending pending, String why);
    }

    private final AlertFormat format;
    private final Receiver receiver;
    private final RetryPolicy retries;
    private final FiringAlerts firing;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private final RandomGenerator random;
    private final Deque<Pending> queue = new ArrayDeque<>();
    private int attempts;
    private Instant due = Instant.EPOCH;

    Deliveries(
            AlertFormat format,
            Receiver receiver,
            RetryPolicy retries,
            FiringAlerts firing,
            DeadLetters deadLetters,
            Clock clock,
            RandomGenerator random) {
        this.format = format;
        this.receiver = receiver;
        this.retries = retries;
        this.firing = firing;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.random = random;
    }

    void add(Pending pending) {
        queue.add(pending);
    }

    /** Sends what is due, for about {@code most} and not longer. */
    void send(Duration most) {
        Instant end = clock.instant().plus(most);
        for (Pending head = queue.peek(); head != null && isDue(end); head = queue.peek()) {
            attempts++;
            HttpOutcome outcome =
                    receiver.post(format.body(announcement(head)), Announcement.idempotencyKey(head.alert()));
            conclude(head, retries.judge(outcome, attempts, clock.instant(), random));
        }
    }

    private boolean isDue(Instant end) {
        Instant now = clock.instant();
        return !now.isBefore(due) && now.isBefore(end);
    }

    private Announcement announcement(Pending head) {
        @Nullable String before = firing.level(head.partition(), head.alert().getAlertId());
        Instant recordedAt = Instant.ofEpochMilli(head.record().timestamp());
        return new Announcement(head.alert(), head.decision() == Decision.END, recordedAt, clock.instant(), before);
    }

    private void conclude(Pending head, RetryPolicy.Verdict verdict) {
        if (verdict instanceof RetryPolicy.Verdict.Again again) {
            due = clock.instant().plus(again.after());
            LOG.warn(
                    "alert {} waits {} for its next attempt: {}",
                    Announcement.idempotencyKey(head.alert()),
                    again.after(),
                    again.why());
            return;
        }
        if (verdict instanceof RetryPolicy.Verdict.GivenUp givenUp) {
            deadLetters.report(head, givenUp.why());
        }
        // Also after a failure: when Alertmanager is back it is told of what fires.
        firing.note(head.partition(), head.alert(), head.decision());
        queue.remove();
        attempts = 0;
        due = Instant.EPOCH;
    }

    /** When the next attempt is due; empty when nothing waits. */
    Optional<Instant> nextAttempt() {
        return queue.isEmpty() ? Optional.empty() : Optional.of(due);
    }

    /** The first offset of each partition that is still on its way. */
    Map<TopicPartition, Long> firstPending() {
        Map<TopicPartition, Long> first = new HashMap<>();
        queue.forEach(pending ->
                first.putIfAbsent(pending.partition(), pending.record().originalKafkaOffset()));
        return first;
    }

    /** These partitions belong to another task now, which reads again what has not been committed. */
    void forget(Collection<TopicPartition> partitions) {
        Pending head = queue.peek();
        boolean headGoes = head != null && partitions.contains(head.partition());
        queue.removeIf(pending -> partitions.contains(pending.partition()));
        if (headGoes) {
            attempts = 0;
            due = Instant.EPOCH;
        }
    }
}
