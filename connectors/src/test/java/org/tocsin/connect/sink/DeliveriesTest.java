package org.tocsin.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.connect.net.Backoff;
import org.tocsin.connect.net.HttpOutcome;
import org.tocsin.connect.sink.AlertFilter.Decision;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;

class DeliveriesTest {
    private static final TopicPartition P0 = new TopicPartition("tocsin.alerts", 0);
    private static final TopicPartition P1 = new TopicPartition("tocsin.alerts", 1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Time time = new Time();
    private final Scripted receiver = new Scripted();
    private final FiringAlerts firing = new FiringAlerts();
    private final List<String> deadLetters = new ArrayList<>();
    private final Deliveries deliveries = new Deliveries(
            new AlertmanagerFormat(),
            receiver,
            new RetryPolicy(3, new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(2)), A_MINUTE),
            firing,
            (pending, why) -> deadLetters.add(pending.alert().getAlertId() + ": " + why),
            time,
            new Random(1));

    @Test
    void shouldSendInOrderAndCommitAllOfIt() {
        add(P0, 10, Alerts.of("a").build());
        add(P1, 7, Alerts.of("b").build());

        deliveries.send(A_MINUTE);

        assertThat(receiver.keys).containsExactly("a-1", "b-1");
        assertThat(deliveries.firstPending()).isEmpty();
        assertThat(deliveries.nextAttempt()).isEmpty();
    }

    @Test
    void shouldNotLetAnAlertOvertakeOneThatWaits() {
        receiver.answers.add(503);
        add(P0, 10, Alerts.of("a").build());
        add(P0, 11, Alerts.of("b").build());

        deliveries.send(A_MINUTE);
        assertThat(receiver.keys).containsExactly("a-1");
        assertThat(deliveries.firstPending()).isEqualTo(Map.of(P0, 10L));
        deliveries.send(A_MINUTE);
        assertThat(receiver.keys).as("not before its time").hasSize(1);

        time.now = time.now.plusSeconds(2);
        deliveries.send(A_MINUTE);
        assertThat(receiver.keys).containsExactly("a-1", "a-1", "b-1");
        assertThat(deliveries.firstPending()).isEmpty();
    }

    @Test
    void shouldGoOnAfterADeadLetter() {
        receiver.answers.add(400);
        add(P0, 10, Alerts.of("a").build());
        add(P0, 11, Alerts.of("b").build());

        deliveries.send(A_MINUTE);

        assertThat(deadLetters).containsExactly("a: the receiver answered 400, which no repetition mends");
        assertThat(receiver.keys).containsExactly("a-1", "b-1");
    }

    @Test
    void shouldCountTheAttemptsOfEachAlertAlone() {
        receiver.answers.addAll(List.of(500, 500, 500, 500, 500, 200));
        add(P0, 10, Alerts.of("a").build());
        add(P0, 11, Alerts.of("b").build());

        for (int i = 0; i < 6; i++) {
            deliveries.send(A_MINUTE);
            time.now = time.now.plusSeconds(2);
        }

        assertThat(deadLetters).containsExactly("a: the receiver answered 500 at the last of 3 attempts");
        assertThat(receiver.keys).containsExactly("a-1", "a-1", "a-1", "b-1", "b-1", "b-1");
    }

    @Test
    void shouldStopInTimeForTheConsumer() {
        receiver.takes = Duration.ofSeconds(10);
        for (int i = 0; i < 10; i++) {
            add(P0, i, Alerts.of("a" + i).build());
        }

        deliveries.send(Duration.ofSeconds(20));

        assertThat(receiver.keys).containsExactly("a0-1", "a1-1");
        assertThat(deliveries.firstPending()).isEqualTo(Map.of(P0, 2L));
    }

    @Test
    void shouldRememberWhatFiresUntilItEnds() {
        Alert raised = Alerts.of("a").build();
        add(P0, 10, raised);
        deliveries.send(A_MINUTE);
        assertThat(firing.calls(time.now)).hasSize(1);

        deliveries.add(pending(P0, 11, Alerts.next(raised, AlertKind.WITHDRAWN), Decision.END));
        deliveries.send(A_MINUTE);
        assertThat(firing.calls(time.now)).isEmpty();
    }

    @Test
    void shouldForgetWhatFiredWhenItsDayIsOver() {
        add(P0, 10, Alerts.of("a").build());
        deliveries.send(A_MINUTE);

        assertThat(firing.calls(Alerts.CLOSES)).isEmpty();
    }

    @Test
    void shouldForgetPartitionsThatGo() {
        receiver.answers.add(503);
        add(P0, 10, Alerts.of("a").build());
        add(P1, 7, Alerts.of("b").build());
        deliveries.send(A_MINUTE);

        deliveries.forget(List.of(P0));
        deliveries.send(A_MINUTE);

        assertThat(receiver.keys).containsExactly("a-1", "b-1");
    }

    private void add(TopicPartition partition, long offset, Alert alert) {
        deliveries.add(pending(partition, offset, alert, Decision.TELL));
    }

    private static Deliveries.Pending pending(TopicPartition partition, long offset, Alert alert, Decision decision) {
        SinkRecord record = new SinkRecord(
                partition.topic(),
                partition.partition(),
                null,
                alert.getAlertId(),
                null,
                alert,
                offset,
                Alerts.RECORDED.toEpochMilli(),
                TimestampType.CREATE_TIME);
        return new Deliveries.Pending(record, alert, decision);
    }

    /** Answers with the statuses it is given, then with 200. */
    private final class Scripted implements Receiver {
        private final Deque<Integer> answers = new ArrayDeque<>();
        private final List<String> keys = new ArrayList<>();
        private Duration takes = Duration.ZERO;

        @Override
        public HttpOutcome post(JsonNode body, @Nullable String key) {
            time.now = time.now.plus(takes);
            keys.add(String.valueOf(key));
            int status = answers.isEmpty() ? 200 : answers.remove();
            return new HttpOutcome.Reply(status, URI.create("http://receiver.example/"), null, Map.of(), new byte[0]);
        }

        @Override
        public void close() {}
    }

    /** Stands still unless it is moved. */
    private static final class Time extends Clock {
        private Instant now = Alerts.RECORDED;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
