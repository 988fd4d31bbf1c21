package org.tocsin.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tocsin.connect.ConnectCluster;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.Topics;

/**
 * One worker reads many feeds at once that are wrong each in its own way: what is readable comes out, once, and nothing
 * else.
 */
@ExtendWith(ConnectCluster.class)
class BadFeedsTest {
    private static final String TOPIC = "bad.articles";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private List<Article> published = List.of();
    private BadFeeds feeds;

    @BeforeEach
    void start() throws IOException {
        feeds = new BadFeeds();
    }

    @AfterEach
    void stop() {
        feeds.close();
        ConnectCluster.get().rest().delete(TOPIC);
    }

    @Test
    void shouldPublishWhatIsReadableOnceAndNothingElse() {
        ConnectCluster.get().prepare("bad.");
        ConnectCluster.get().rest().run(TOPIC, settings());

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> articles().size() >= feeds.readable().size());
        // Whatever would be repeated would be repeated by the next fetches.
        await().atMost(PATIENCE).untilAsserted(() -> feeds.paths()
                .forEach(path -> assertThat(feeds.calls(path)).as(path).hasSizeGreaterThanOrEqualTo(3)));
        published = articles();
        assertThat(published.stream().map(BadFeedsTest::label).toList())
                .containsExactlyInAnyOrderElementsOf(feeds.readable());
        thenTheContentIsRight();
        thenTheCallsWerePolite();
        assertThat(ConnectCluster.get()
                        .rest()
                        .status(TOPIC)
                        .at("/tasks/0/state")
                        .asText())
                .isEqualTo("RUNNING");
    }

    private void thenTheContentIsRight() {
        assertThat(article("In Atom").getBody()).isEqualTo("One & two.\n\nThree. Four.");
        assertThat(article("In Atom").getPublishedAt()).contains(Instant.parse("2020-09-28T10:00:00Z"));
        assertThat(article("Smith & Sons open").getBody()).isEqualTo("It’s a & b");
        Article json = article("JSON");
        assertThat(json.getUrl()).contains("https://news.example/7?id=7");
        assertThat(json.getLanguage()).contains("fr");
        assertThat(json.getSource()).contains("news.example");
        assertThat(json.getBody()).isEqualTo("Un.\n\nDeux.");
        assertThat(json.getRetrievedAt()).isPresent();
        assertThat(article("No date").getPublishedAt()).isEmpty();
        assertThat(article("No date").getPublishedOn()).isEmpty();
        for (int i = 0; i < 4; i++) {
            assertThat(article("Date " + i).getPublishedAt().map(Instant::getEpochSecond))
                    .as("date %d", i)
                    .contains(Instant.parse("2020-09-28T10:00:00Z").getEpochSecond());
            assertThat(article("Date " + i).getPublishedOn()).isEmpty();
        }
        for (int i = 4; i < 6; i++) {
            assertThat(article("Date " + i).getPublishedOn()).as("date %d", i).contains(LocalDate.of(2020, 9, 28));
            assertThat(article("Date " + i).getPublishedAt()).isEmpty();
        }
        List<Article> edited = published.stream()
                .filter(article -> label(article).equals("Edited"))
                .toList();
        assertThat(edited).extracting(Article::getBody).containsExactly("Two hurt.", "Three hurt.");
        assertThat(edited.get(0).getId()).isEqualTo(edited.get(1).getId());
    }

    private void thenTheCallsWerePolite() {
        assertThat(feeds.calls("/old-place"))
                .as("a permanent redirect is remembered")
                .hasSize(1);
        List<FeedServer.Call> unchanged = feeds.calls("/unchanged");
        assertThat(unchanged.get(0).headers()).doesNotContainKey("If-none-match");
        assertThat(unchanged.subList(1, unchanged.size()))
                .allMatch(call -> call.has("If-none-match", "\"v1\"")
                        && call.has("If-modified-since", "Mon, 28 Sep 2020 10:00:00 GMT"));
        assertThat(feeds.calls("/truncated-at-first").get(1).headers())
                .as("a document that did not arrive whole has no version")
                .doesNotContainKey("If-none-match");
        List<FeedServer.Call> busy = feeds.calls("/busy");
        assertThat(Duration.ofNanos(busy.get(1).nanos() - busy.get(0).nanos()))
                .as("Retry-After is obeyed")
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(unchanged.get(0).headers().get("User-agent")).containsExactly("Tocsin/0.1 (+desk@example.org)");
        assertThat(unchanged.get(0).headers().get("Accept-encoding")).containsExactly("gzip");
    }

    private Map<String, String> settings() {
        Map<String, String> settings = Feeds.source(TOPIC, feeds.addresses());
        settings.put("feed.interval.ms", "1000");
        settings.put("backoff.ms", "300");
        settings.put("backoff.max.ms", "1000");
        settings.put("http.timeout.ms", "1500");
        return settings;
    }

    private Article article(String label) {
        return published.stream()
                .filter(article -> label(article).equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static String label(Article article) {
        return Optional.ofNullable(article.getTitle()).flatMap(title -> title).orElseGet(article::getBody);
    }

    private List<Article> articles() {
        return ConnectCluster.get().read(TOPIC, Topics.ARTICLES).stream()
                .peek(record ->
                        assertThat(record.key()).isEqualTo(record.value().getId()))
                .map(ConsumerRecord::value)
                .toList();
    }
}
