package org.tocsin.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.connect.net.HttpOutcome.Reply;

class FeedCallTest {
    private static final Instant NOW = Instant.parse("2020-09-28T10:00:00Z");
    private static final URI FEED = URI.create("https://news.example/feed");
    private static final FeedSettings SETTINGS = FeedSettings.of(
            Map.of("contact", "desk@example.org", "feed.interval.ms", "300000", "feed.interval.max.ms", "3600000"));

    @ParameterizedTest
    @CsvSource({
        "'', 300",
        "no-cache, 300",
        "max-age=60, 300",
        "'public, max-age=900', 900",
        "Max-Age=1800, 1800",
        "max-age=86400, 3600"
    })
    void shouldAskNoSoonerThanTheAnswerIsGoodForWithinBounds(String cacheControl, long seconds) {
        Reply reply = reply(200, "cache-control", cacheControl);
        for (int draw = 0; draw < 50; draw++) {
            assertThat(FeedCall.next(SETTINGS, reply, new Random(draw)))
                    .isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 1100));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, 120, 120",
        "503, 'Mon, 28 Sep 2020 10:10:00 GMT', 600",
        "429, 9999999, 86400",
        "500, 120, -1",
        "429, soon, -1"
    })
    void shouldHoldAsLongAsTheServerAsks(int status, String retryAfter, long seconds) {
        assertThat(FeedCall.hold(reply(status, "retry-after", retryAfter), NOW)
                        .map(Duration::toSeconds)
                        .orElse(-1L))
                .isEqualTo(seconds);
    }

    private static Reply reply(int status, String header, String value) {
        return new Reply(status, FEED, null, Map.of(header, List.of(value)), new byte[0]);
    }
}
