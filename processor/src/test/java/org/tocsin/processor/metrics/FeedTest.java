package org.tocsin.processor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.schemas.PublisherPulse;

class FeedTest {
    private static final Instant NOON = Instant.parse("2024-03-12T12:00:00Z");
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @Test
    void shouldAddUpWhatTheTasksHear() {
        List<Feed> feeds = Feed.of(
                List.of(
                        List.of(new PublisherPulse("Wire", NOON.minusSeconds(600), 20 * HOUR, 6L)),
                        List.of(new PublisherPulse("Wire", NOON.minusSeconds(60), 20 * HOUR, 7L))),
                10);

        assertThat(feeds).singleElement().satisfies(feed -> {
            assertThat(feed.silence(NOON)).isEqualTo(Duration.ofSeconds(60));
            assertThat(feed.patience()).as("five times ten hours").contains(Duration.ofHours(50));
        });
    }

    @Test
    void shouldExpectNothingOfAPublisherWithFewArticles() {
        List<Feed> feeds = Feed.of(List.of(List.of(new PublisherPulse("New", NOON, HOUR, 9L))), 10);

        assertThat(feeds).singleElement().extracting(Feed::patience).isEqualTo(java.util.Optional.empty());
    }

    @Test
    void shouldKeepThePublishersWithMostArticles() {
        List<PublisherPulse> heard = List.of(
                new PublisherPulse("rare", NOON, HOUR, 1L),
                new PublisherPulse("often", NOON, HOUR, 30L),
                new PublisherPulse("sometimes", NOON, HOUR, 5L));

        assertThat(Feed.of(List.of(heard), 2)).extracting(Feed::publisher).containsExactly("often", "sometimes");
    }

    @Test
    void shouldNotBeSilentWhenTheLastArticleIsDatedAhead() {
        Feed feed = Feed.of(List.of(List.of(new PublisherPulse("Ahead", NOON.plusSeconds(999), 0L, 1L))), 1)
                .get(0);

        assertThat(feed.silence(NOON)).isZero();
    }
}
