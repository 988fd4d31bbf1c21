package org.tocsin.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.connect.ChildWorker;
import org.tocsin.connect.ConnectCluster;
import org.tocsin.schemas.Topics;

/** A worker that is killed leaves no item out and sends none twice. */
@ExtendWith(ConnectCluster.class)
class KilledWorkerTest {
    private static final int FEEDS = 50;
    private static final int ITEMS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    private final List<String> urls = new ArrayList<>();

    @Test
    void shouldSendEachItemOnceWhenTheWorkerIsKilledTwice() throws IOException {
        ConnectCluster cluster = ConnectCluster.get();
        cluster.prepare("killed.");
        Map<String, String> settings = ConnectCluster.worker(cluster.client(), "killed");
        // A member that is gone is given up at once, as far as the broker allows.
        settings.put("session.timeout.ms", "6000");
        settings.put("heartbeat.interval.ms", "1000");
        settings.put("scheduled.rebalance.max.delay.ms", "0");
        try (FeedServer server = new FeedServer()) {
            serve(server);
            try (ChildWorker first = ChildWorker.start(directory, settings, "-Xmx256m")) {
                first.rest().run("killed", connector());
                awaitArticles(1_000);
            }
            try (ChildWorker second = ChildWorker.start(directory, settings, "-Xmx256m")) {
                awaitArticles(3_000);
                assertThat(ids().size()).as("killed before the end").isLessThan(FEEDS * ITEMS);
                assertThat(second.rest().base()).isNotNull();
            }
            int calls = calls(server);
            try (ChildWorker third = ChildWorker.start(directory, settings, "-Xmx256m")) {
                awaitArticles(FEEDS * ITEMS);
                // Two rounds more: what would be repeated would be so by then.
                await().atMost(PATIENCE).until(() -> calls(server) > calls + 3 * FEEDS);
                assertThat(third.rest().status("killed").at("/connector/state").asText())
                        .isEqualTo("RUNNING");
            }
        }
        assertThat(ids()).hasSize(FEEDS * ITEMS).doesNotHaveDuplicates();
    }

    private void serve(FeedServer server) {
        for (int f = 0; f < FEEDS; f++) {
            int feed = f;
            String path = "/feed/" + feed;
            server.serve(
                    path,
                    "application/rss+xml",
                    Feeds.rss(IntStream.range(0, ITEMS)
                            .mapToObj(i -> Feeds.item("item-" + i, "Item " + i + " of " + feed, "Text."))
                            .toList()));
            urls.add(server.url(0, path));
        }
    }

    /** One host and a pause, so that a round takes seconds and a kill falls into it. */
    private Map<String, String> connector() {
        Map<String, String> connector = new HashMap<>();
        connector.put("connector.class", FeedSourceConnector.class.getName());
        connector.put("tasks.max", "1");
        connector.put("topic", "killed.articles");
        connector.put("contact", "desk@example.org");
        connector.put("feeds", String.join(",", urls));
        connector.put("feed.interval.ms", "1000");
        connector.put("host.spacing.ms", "100");
        connector.put("batch.max.items", "30");
        connector.put("http.allowed.addresses", "127.0.0.0/8");
        return connector;
    }

    private static void awaitArticles(int atLeast) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> ids().size() >= atLeast);
    }

    private static int calls(FeedServer server) {
        return IntStream.range(0, FEEDS)
                .map(feed -> server.calls("/feed/" + feed).size())
                .sum();
    }

    private static List<String> ids() {
        return ConnectCluster.get().read("killed.articles", Topics.ARTICLES).stream()
                .map(record -> record.value().getId())
                .toList();
    }
}
