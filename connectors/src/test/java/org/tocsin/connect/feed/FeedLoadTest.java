package org.tocsin.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.connect.ChildWorker;
import org.tocsin.connect.ConnectCluster;
import org.tocsin.schemas.Topics;

/**
 * A thousand feeds of a thousand hosts with one new item each: time until all are in the topic, and the worker's memory.
 * Run by {@code mvn -pl connectors -am verify -Dtest=FeedLoadTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dtocsin.load=true}; the figures are in the test's output.
 */
@ExtendWith(ConnectCluster.class)
@EnabledIfSystemProperty(named = "tocsin.load", matches = "true", disabledReason = "a measurement, run by command")
class FeedLoadTest {
    private static final Logger LOG = LoggerFactory.getLogger(FeedLoadTest.class);
    private static final int FEEDS = 1_000;
    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final long MAX_BYTES = 300L * 1024 * 1024;

    @TempDir
    Path directory;

    @Test
    void shouldReadAThousandFeedsInAMinuteWithLittleMemory() throws IOException {
        ConnectCluster cluster = ConnectCluster.get();
        cluster.prepare("load.");
        List<String> urls = new ArrayList<>();
        try (FeedServer server = new FeedServer();
                ChildWorker worker = ChildWorker.start(
                        directory,
                        ConnectCluster.worker(cluster.client(), "load"),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-Xss512k",
                        "-XX:TieredStopAtLevel=1")) {
            for (int feed = 0; feed < FEEDS; feed++) {
                server.serve(
                        "/feed/" + feed + "/",
                        "application/rss+xml",
                        Feeds.rss(Feeds.item("1", "Item of " + feed, "Text.")));
                urls.add(server.url(feed, "/feed/" + feed + "/"));
            }
            long begin = System.nanoTime();
            worker.rest().run("load", Feeds.source("load.articles", urls));
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> cluster.read("load.articles", Topics.ARTICLES).size() >= FEEDS);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            long memory = worker.peakMemory();
            LOG.warn("{} feeds in {} ms; the worker had {} MB at most", FEEDS, took.toMillis(), memory >> 20);
            assertThat(took).isLessThanOrEqualTo(AT_MOST);
            assertThat(memory).isLessThanOrEqualTo(MAX_BYTES);
        }
    }
}
