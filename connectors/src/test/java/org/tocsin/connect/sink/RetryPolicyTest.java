package org.tocsin.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.connect.net.Backoff;
import org.tocsin.connect.net.HttpOutcome;
import org.tocsin.connect.net.HttpOutcome.Failure;
import org.tocsin.connect.net.HttpOutcome.Kind;
import org.tocsin.connect.net.HttpOutcome.Reply;
import org.tocsin.connect.sink.RetryPolicy.Verdict.Again;
import org.tocsin.connect.sink.RetryPolicy.Verdict.Delivered;
import org.tocsin.connect.sink.RetryPolicy.Verdict.GivenUp;

class RetryPolicyTest {
    private static final Instant NOW = Instant.parse("2024-03-12T20:00:00Z");
    private static final URI SECRET_URL = URI.create("https://hooks.example/services/T0/B0/secret");

    private final RetryPolicy policy =
            new RetryPolicy(3, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60)), Duration.ofMinutes(10));

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void shouldTakeAnySuccess(int status) {
        assertThat(judge(reply(status, Map.of()), 1)).isInstanceOf(Delivered.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void shouldRepeatWhatMayPass(int status) {
        assertThat(judge(reply(status, Map.of()), 1))
                .isInstanceOfSatisfying(Again.class, again -> assertThat(again.after())
                        .isBetween(Duration.ofMillis(500), Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 410, 413, 422})
    void shouldGiveUpAtOnceOnOtherAnswers(int status) {
        assertThat(judge(reply(status, Map.of()), 1))
                .isEqualTo(new GivenUp("the receiver answered " + status + ", which no repetition mends"));
    }

    @Test
    void shouldWaitAsLongAsTheReceiverAsks() {
        assertThat(judge(reply(429, Map.of("retry-after", List.of("121"))), 1))
                .isEqualTo(new Again(Duration.ofSeconds(121), "the receiver answered 429"));
        assertThat(judge(reply(503, Map.of("retry-after", List.of("Tue, 12 Mar 2024 20:05:00 GMT"))), 1))
                .isEqualTo(new Again(Duration.ofMinutes(5), "the receiver answered 503"));
    }

    @Test
    void shouldNotWaitForEver() {
        assertThat(judge(reply(429, Map.of("retry-after", List.of("999999"))), 1))
                .isEqualTo(new Again(Duration.ofMinutes(10), "the receiver answered 429"));
    }

    @Test
    void shouldGiveUpAfterTheLastAttempt() {
        assertThat(judge(reply(500, Map.of()), 2)).isInstanceOf(Again.class);
        assertThat(judge(reply(500, Map.of()), 3))
                .isEqualTo(new GivenUp("the receiver answered 500 at the last of 3 attempts"));
    }

    @Test
    void shouldRepeatFailuresOfTheNetworkButNotRefusedAddresses() {
        assertThat(judge(new Failure(Kind.CONNECT, "x"), 1)).isInstanceOf(Again.class);
        assertThat(judge(new Failure(Kind.TIMEOUT, "x"), 1)).isInstanceOf(Again.class);
        assertThat(judge(new Failure(Kind.REFUSED_ADDRESS, "x"), 1)).isInstanceOf(GivenUp.class);
    }

    @Test
    void shouldNeverShowTheAddress() {
        Failure failure = new Failure(Kind.REFUSED_ADDRESS, SECRET_URL + " leads to a loopback address");

        assertThat(judge(failure, 1).toString()).doesNotContain("secret").contains("REFUSED_ADDRESS");
    }

    private RetryPolicy.Verdict judge(HttpOutcome outcome, int attempts) {
        return policy.judge(outcome, attempts, NOW, new Random(1));
    }

    private static Reply reply(int status, Map<String, List<String>> headers) {
        return new Reply(status, SECRET_URL, null, headers, new byte[0]);
    }
}
