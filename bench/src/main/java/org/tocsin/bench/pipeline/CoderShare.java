package org.tocsin.bench.pipeline;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.tocsin.processor.Settings;
import org.tocsin.processor.cli.Main;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.RecordJson;
import org.tocsin.schemas.Topics;

/**
 * The whole pipeline against the bare coder ({@code tocsin code}): articles per second of the program's own processor
 * time, in turn. A part is done when all its articles that report attacks have changed an incident.
 */
record CoderShare(BenchCluster cluster, int warmUp, int measured, int pairs) {
    private static final Instant PUBLISHED = Instant.parse("2024-03-21T12:00:00Z");

    void run() throws Exception {
        List<Article> articles = articles();
        List<Double> coder = new ArrayList<>();
        List<Double> pipeline = new ArrayList<>();
        for (int pair = 1; pair <= pairs; pair++) {
            Run bare = coder(articles);
            Run whole = pipeline(articles, bare.reporting());
            coder.add(bare.rate());
            pipeline.add(whole.rate());
            System.out.printf(
                    Locale.ROOT,
                    "pair %d: %.0f articles per processor second through the pipeline, %.0f through the coder: %.2f%n",
                    pair,
                    whole.rate(),
                    bare.rate(),
                    whole.rate() / bare.rate());
        }
        System.out.printf(
                Locale.ROOT,
                "medians: %.0f through the pipeline, %.0f through the coder: %.2f of it%n",
                Medians.of(pipeline),
                Medians.of(coder),
                Medians.of(pipeline) / Medians.of(coder));
    }

    /** Articles a processor second, and which articles report attacks. */
    private record Run(double rate, Set<String> reporting) {}

    private List<Article> articles() {
        InventedArticles invented = new InventedArticles(1, PUBLISHED);
        List<Article> articles = new ArrayList<>();
        for (int n = 0; n < warmUp + measured; n++) {
            articles.add(invented.next("article-" + n));
        }
        return articles;
    }

    private Run coder(List<Article> articles) throws IOException {
        Set<String> reporting = new HashSet<>();
        try (AppProcess app = AppProcess.start(cluster.log("coder"), ProcessBuilder.Redirect.PIPE, Main.class, "code");
                BufferedWriter in = new BufferedWriter(
                        new OutputStreamWriter(app.process().getOutputStream(), StandardCharsets.UTF_8));
                BufferedReader out = new BufferedReader(
                        new InputStreamReader(app.process().getInputStream(), StandardCharsets.UTF_8))) {
            Thread feeding = new Thread(() -> feed(articles, in), "feed");
            feeding.start();
            Duration before = Duration.ZERO;
            for (int n = 1; n <= warmUp + measured; n++) {
                String line = out.readLine();
                if (line == null) {
                    throw new IllegalStateException("the coder ended after " + (n - 1) + " articles");
                }
                if (line.contains("\"verdict\":\"INCIDENT\"")) {
                    reporting.add(articles.get(n - 1).getId());
                }
                before = n == warmUp ? app.cpu() : before;
            }
            return new Run(measured / seconds(app.cpu().minus(before)), reporting);
        }
    }

    private static void feed(List<Article> articles, BufferedWriter in) {
        try (in) {
            for (Article article : articles) {
                in.write(RecordJson.line(article));
                in.newLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run pipeline(List<Article> articles, Set<String> reporting) throws Exception {
        Settings settings = cluster.installation();
        Set<String> reported = new HashSet<>();
        String incidents = Topics.INCIDENTS.name(settings.topicPrefix());
        try (AppProcess app = AppProcess.start(
                        cluster.log(settings.topicPrefix() + "pipeline"),
                        ProcessBuilder.Redirect.DISCARD,
                        Main.class,
                        "run",
                        "--config",
                        cluster.file(settings).toString());
                BenchCluster.Tail tail = cluster.tail(settings, incidents)) {
            send(settings, articles.subList(0, warmUp));
            await(settings, tail, reported, in(articles.subList(0, warmUp), reporting), app);
            Duration before = app.cpu();
            send(settings, articles.subList(warmUp, warmUp + measured));
            await(settings, tail, reported, in(articles, reporting), app);
            return new Run(measured / seconds(app.cpu().minus(before)), reported);
        }
    }

    private static Set<String> in(List<Article> articles, Set<String> reporting) {
        Set<String> ids = new HashSet<>();
        articles.forEach(article -> ids.add(article.getId()));
        ids.retainAll(reporting);
        return ids;
    }

    private void send(Settings settings, List<Article> articles) {
        try (KafkaProducer<String, Article> producer = cluster.producer(
                settings, Topics.ARTICLES.values(settings.serdes()).serializer())) {
            String topic = Topics.ARTICLES.name(settings.topicPrefix());
            for (Article article : articles) {
                var unused = producer.send(new ProducerRecord<>(topic, article.getId(), article));
            }
        }
    }

    /** Until every article that the bare coder takes for a report of an attack has changed an incident, and no other. */
    private static void await(
            Settings settings, BenchCluster.Tail tail, Set<String> reported, Set<String> expected, AppProcess app) {
        Deserializer<Incident> values =
                Topics.INCIDENTS.values(settings.serdes()).deserializer();
        long changedAt = System.nanoTime();
        while (!reported.containsAll(expected)) {
            int before = reported.size();
            tail.poll(record -> {
                Incident incident = values.deserialize(record.topic(), record.value());
                incident.getCause().getArticleId().ifPresent(reported::add);
                incident.getReports().forEach(report -> reported.add(report.getArticleId()));
            });
            changedAt = reported.size() > before ? System.nanoTime() : changedAt;
            if (!app.isAlive()
                    || System.nanoTime() - changedAt > Duration.ofMinutes(2).toNanos()) {
                throw new IllegalStateException(
                        "no more articles come, and these have not, which by the bare coder report"
                                + " attacks: " + without(expected, reported) + "; these have come beside them: "
                                + without(reported, expected));
            }
        }
        if (!expected.containsAll(reported)) {
            throw new IllegalStateException(
                    "the pipeline reports attacks that the bare coder does not: " + without(reported, expected));
        }
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
