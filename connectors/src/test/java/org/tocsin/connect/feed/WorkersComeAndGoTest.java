package org.tocsin.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.connect.ChildWorker;
import org.tocsin.connect.CommittedRecords;
import org.tocsin.connect.ConnectCluster;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.Topics;

/**
 * Tasks that move between live workers of one group, and a worker that is killed, leave no item out and send none twice.
 * The feeds get new items all the while.
 */
@ExtendWith(ConnectCluster.class)
class WorkersComeAndGoTest {
    /** One for each task. */
    private static final int HOSTS = 2;

    private static final int FEEDS = 50;
    private static final int ITEMS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String NAME = "come-and-go";

    @TempDir
    Path directory;

    private final List<String> urls = new ArrayList<>();
    private final List<ChildWorker> workers = new ArrayList<>();
    private volatile int newest;

    @AfterEach
    void endWorkers() {
        workers.forEach(ChildWorker::close);
    }

    @Test
    void shouldSendEachItemOnceWhenWorkersJoinAreKilledAndStop() throws IOException {
        ConnectCluster cluster = ConnectCluster.get();
        cluster.prepare(NAME + ".");
        try (FeedServer server = new FeedServer();
                CommittedRecords<Article> articles =
                        CommittedRecords.of(cluster.client(), NAME + ".articles", Topics.ARTICLES)) {
            serve(server);
            newest = 30;
            ChildWorker first = worker();
            first.rest().run(NAME, connector());
            awaitItems(articles, 1);

            ChildWorker killed = worker();
            newest = 60;
            awaitTasksOn(first, Set.of(first, killed));
            newest = 80;
            awaitItems(articles, FEEDS * 65);
            killed.close();
            assertThat(articles.read().size()).as("killed among the items").isLessThan(FEEDS * 80);
            awaitTasksOn(first, Set.of(first));

            ChildWorker last = worker();
            newest = 90;
            awaitTasksOn(last, Set.of(first, last));
            newest = ITEMS;
            first.stop();
            awaitTasksOn(last, Set.of(last));
            awaitItems(articles, FEEDS * ITEMS);
            int calls = calls(server);
            // Two rounds more: what would be repeated would be so by then.
            await().atMost(PATIENCE).until(() -> calls(server) > calls + 3 * FEEDS);
            last.close();
            assertThat(articles.read().stream().map(record -> record.value().getId()))
                    .hasSize(FEEDS * ITEMS)
                    .doesNotHaveDuplicates();
        }
    }

    private ChildWorker worker() throws IOException {
        Map<String, String> settings =
                ConnectCluster.worker(ConnectCluster.get().client(), NAME);
        // A member that is gone is given up at once, as far as the broker allows.
        settings.put("session.timeout.ms", "6000");
        settings.put("heartbeat.interval.ms", "1000");
        settings.put("scheduled.rebalance.max.delay.ms", "0");
        ChildWorker worker = ChildWorker.start(directory, settings, Map.of());
        workers.add(worker);
        return worker;
    }

    private void serve(FeedServer server) {
        for (int f = 0; f < FEEDS; f++) {
            int feed = f;
            String path = "/feed/" + feed;
            server.on(path, (exchange, number) -> {
                String document = Feeds.rss(IntStream.range(0, newest)
                        .mapToObj(i -> Feeds.item("item-" + i, "Item " + i + " of " + feed, "Text."))
                        .toList());
                FeedServer.send(exchange, 200, "application/rss+xml", document.getBytes(StandardCharsets.UTF_8));
            });
            urls.add(server.url(feed % HOSTS, path));
        }
    }

    /** A pause between calls and small transactions, so that changes fall among the items. */
    private Map<String, String> connector() {
        Map<String, String> connector = Feeds.source(NAME + ".articles", urls);
        connector.put("feed.interval.ms", "1000");
        connector.put("host.spacing.ms", "50");
        connector.put("batch.max.items", "30");
        return connector;
    }

    private static void awaitItems(CommittedRecords<Article> articles, int atLeast) {
        await().atMost(PATIENCE).until(() -> articles.read().size() >= atLeast);
    }

    /** Waits until these workers, and no others, run the tasks. */
    private static void awaitTasksOn(ChildWorker asked, Set<ChildWorker> workers) {
        Set<String> expected = new TreeSet<>();
        workers.forEach(worker -> expected.add(worker.rest().base().getAuthority()));
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode status = asked.rest().status(NAME);
            Set<String> running = new TreeSet<>();
            status.path("tasks").forEach(task -> {
                assertThat(task.path("state").asText()).as(status.toString()).isEqualTo("RUNNING");
                running.add(task.path("worker_id").asText());
            });
            assertThat(status.path("tasks")).hasSize(HOSTS);
            assertThat(running).isEqualTo(expected);
        });
    }

    private static int calls(FeedServer server) {
        return IntStream.range(0, FEEDS)
                .map(feed -> server.calls("/feed/" + feed).size())
                .sum();
    }
}
