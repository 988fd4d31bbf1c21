package org.tocsin.bench.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.tocsin.processor.Settings;
import org.tocsin.processor.cli.Main;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.processor.watchlist.WatchlistChange;
import org.tocsin.processor.watchlist.WatchlistTopics;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.CountBasis;
import org.tocsin.schemas.Level;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.Topics;

/**
 * From publication to alert: articles go out at a steady rate, a rule alerts of every incident of a country, and each
 * article's time runs from the instant at which it was to be sent, whether or not it could be, to the one at which a
 * reader of committed records has the alert that it caused.
 */
record Latency(BenchCluster cluster, int perSecond, int threads, Duration warmUp, Duration measured) {
    /** So long are alerts awaited after the last article. */
    private static final Duration LAST = Duration.ofSeconds(10);

    /** So long are the slices of the run that are told one by one, the warm-up's too. */
    private static final Duration SLICE = Duration.ofSeconds(10);

    /** Of fewer alerts percentiles are no figures. An article that tells nothing new of its incident changes none. */
    private static final int FEWEST = 500;

    void run() throws Exception {
        Settings settings = cluster.installation(threads);
        try (WatchlistTopics topics = new WatchlistTopics(settings)) {
            Clock clock = Clock.systemUTC();
            topics.write(WatchlistChange.between(Watchlist.none(), everyIncident()), clock.instant());
        }
        try (AppProcess app = AppProcess.start(
                        cluster.log("latency"),
                        ProcessBuilder.Redirect.DISCARD,
                        Main.class,
                        "run",
                        "--config",
                        cluster.file(settings).toString());
                BenchCluster.Tail alerts = cluster.tail(settings, Topics.ALERTS.name(settings.topicPrefix()))) {
            measure(settings, app, alerts);
        }
    }

    private void measure(Settings settings, AppProcess app, BenchCluster.Tail alerts) throws InterruptedException {
        int first = (int) (warmUp.toSeconds() * perSecond);
        int total = first + (int) (measured.toSeconds() * perSecond);
        // The programme's first articles wait for it to start; they belong to the warm-up.
        long start = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        Thread sending = new Thread(() -> send(settings, start, total), "send");
        sending.start();
        Deserializer<Alert> values = Topics.ALERTS.values(settings.serdes()).deserializer();
        Map<String, Long> received = new HashMap<>();
        long end = start + total * interval() + LAST.toNanos();
        while (System.nanoTime() < end) {
            alerts.poll(record -> {
                long now = System.nanoTime();
                Alert alert = values.deserialize(record.topic(), record.value());
                if (alert.getCause().getKind() == CauseKind.REPORT) {
                    alert.getCause().getArticleId().ifPresent(article -> received.putIfAbsent(article, now));
                }
            });
            if (!app.isAlive()) {
                throw new IllegalStateException("the pipeline ended; its log is " + cluster.log("latency"));
            }
        }
        sending.join();
        for (int from = 0; from < total; from += (int) (SLICE.toSeconds() * perSecond)) {
            int to = Math.min(total, from + (int) (SLICE.toSeconds() * perSecond));
            List<Double> slice = millis(received, start, from, to);
            if (!slice.isEmpty()) {
                System.out.printf(
                        Locale.ROOT,
                        "%s %d to %d s: %d alerts, p50 %.0f ms, longest %.0f ms%n",
                        from < first ? "warm-up" : "measured",
                        from / perSecond,
                        to / perSecond,
                        slice.size(),
                        Medians.of(slice),
                        Medians.percentile(slice, 1));
            }
        }
        report(millis(received, start, first, total), total - first);
    }

    /** From when each of those articles was to be sent until its alert was there; of those that caused one. */
    private List<Double> millis(Map<String, Long> received, long start, int from, int to) {
        List<Double> millis = new ArrayList<>();
        for (int n = from; n < to; n++) {
            Long at = received.get(id(n));
            if (at != null) {
                millis.add((at - start - n * interval()) / 1e6);
            }
        }
        return millis;
    }

    private void report(List<Double> millis, int articles) {
        if (millis.size() < FEWEST) {
            throw new IllegalStateException("only " + millis.size() + " of " + articles
                    + " articles raised or changed an alert, fewer than " + FEWEST);
        }
        System.out.printf(
                Locale.ROOT,
                "%d articles a second, %d alerts of %d articles: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, longest %.0f"
                        + " ms%n",
                perSecond,
                millis.size(),
                articles,
                Medians.of(millis),
                Medians.percentile(millis, 0.95),
                Medians.percentile(millis, 0.99),
                Medians.percentile(millis, 1));
    }

    private void send(Settings settings, long start, int total) {
        InventedArticles invented = new InventedArticles(2, Instant.parse("2024-03-21T12:00:00Z"));
        String topic = Topics.ARTICLES.name(settings.topicPrefix());
        try (KafkaProducer<String, Article> producer = cluster.producer(
                settings, Topics.ARTICLES.values(settings.serdes()).serializer())) {
            for (int n = 0; n < total; n++) {
                Article article = invented.next(id(n));
                long due = start + n * interval();
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                var unused = producer.send(new ProducerRecord<>(topic, article.getId(), article));
            }
        }
    }

    private long interval() {
        return Duration.ofSeconds(1).toNanos() / perSecond;
    }

    private static String id(int n) {
        return "article-" + n;
    }

    private static Watchlist everyIncident() {
        AlertRule rule = AlertRule.newBuilder(Watchlist.SHIPPED_RULE)
                .setId("every-incident")
                .setCountBy(SubjectKind.COUNTRY)
                .setBasis(CountBasis.POSSIBLE)
                .setLevels(List.of(new Level("any", 0)))
                .build();
        return new Watchlist(1, List.of(), List.of(rule));
    }
}
