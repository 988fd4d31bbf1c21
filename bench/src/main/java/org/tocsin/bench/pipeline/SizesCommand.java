package org.tocsin.bench.pipeline;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.StreamsConfig;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.Names;
import org.tocsin.processor.PipelineApp;
import org.tocsin.processor.Settings;
import org.tocsin.processor.cli.Main;
import org.tocsin.processor.metrics.LagReader;
import org.tocsin.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** How many bytes an article, a report and an incident take in the topics and stores. */
@Command(
        name = "sizes",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes articles, lets the pipeline process them on a real broker, and prints the bytes that they take in",
            "each topic and store: of all records on the broker's disk, and of the newest record of each key, which is",
            "what a store and a compacted topic keep. No article may be older than half a year before the newest: what",
            "is aged away is not measured."
        })
public final class SizesCommand implements Callable<Integer> {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Articles, JSON Lines as publish reads them.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws Exception {
        try (BenchCluster cluster = new BenchCluster()) {
            Settings given = cluster.installation();
            Map<String, Object> kafka = new HashMap<>(given.kafka());
            // Else the broker drops what has been read, and nothing is left to be measured.
            kafka.put(StreamsConfig.REPARTITION_PURGE_INTERVAL_MS_CONFIG, Long.toString(LONGEST_WAIT.toMillis()));
            Settings settings = given.withKafka(kafka);
            try (PipelineApp app = PipelineApp.start(settings, EventCoder.load(), Clock.systemUTC())) {
                publish(cluster, settings);
                awaitProcessed(settings, app);
                show(measure(cluster, settings));
            }
        }
        return 0;
    }

    private void publish(BenchCluster cluster, Settings settings) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "publish", "--back-fill", "--config", cluster.file(settings).toString()));
        files.forEach(file -> arguments.add(file.toString()));
        try (AppProcess publishing = AppProcess.start(
                cluster.log("publish"),
                ProcessBuilder.Redirect.DISCARD,
                Main.class,
                arguments.toArray(String[]::new))) {
            if (publishing.process().waitFor() != 0) {
                throw new IllegalStateException("not all lines could be published; ./tocsin publish says which");
            }
        }
    }

    private static void awaitProcessed(Settings settings, PipelineApp app) throws InterruptedException {
        long giveUp = System.nanoTime() + LONGEST_WAIT.toNanos();
        try (LagReader lag = new LagReader(settings, Clock.systemUTC())) {
            while (!lag.look().done()) {
                if (app.fault().isPresent() || System.nanoTime() > giveUp) {
                    throw new IllegalStateException("not all articles were processed: " + app.fault());
                }
                Thread.sleep(LOOK_EVERY.toMillis());
            }
        }
    }

    /** By the topic's name without what is this installation's own. */
    private static Map<String, TopicSize> measure(BenchCluster cluster, Settings settings) throws Exception {
        String prefix = settings.topicPrefix();
        String application = requireNonNull(settings.kafka().get(StreamsConfig.APPLICATION_ID_CONFIG)) + "-";
        Map<String, TopicSize> sizes = new TreeMap<>();
        try (Admin admin = Admin.create(settings.kafka())) {
            for (String topic : admin.listTopics().names().get()) {
                if (topic.startsWith(prefix) || topic.startsWith(application)) {
                    sizes.put(
                            topic.substring(topic.startsWith(prefix) ? prefix.length() : application.length()),
                            TopicSize.of(cluster, settings, admin, topic));
                }
            }
        }
        return sizes;
    }

    private static void show(Map<String, TopicSize> sizes) {
        sizes.forEach((name, size) -> System.out.printf(
                Locale.ROOT,
                "%-34s %7d records, %9d bytes on disk; %6d keys, %6.0f bytes the newest of each%n",
                name,
                size.records(),
                size.diskBytes(),
                size.keys(),
                (double) size.newestBytes() / Math.max(1, size.keys())));
        TopicSize articles = of(sizes, Topics.ARTICLES.name(""));
        TopicSize codings = store(sizes, Names.CODINGS_STORE);
        TopicSize reports = store(sizes, Names.MERGE_REPORTS_STORE);
        TopicSize incidents = store(sizes, Names.MERGE_INCIDENTS_STORE);
        long tally = 0;
        for (String store : List.of(
                Names.CONTRIBUTIONS_STORE,
                Names.CELLS_STORE,
                Names.DAYS_STORE,
                Names.OPEN_DAYS_STORE,
                Names.ALERTS_STORE)) {
            tally += store(sizes, store).newestBytes();
        }
        long published = 0;
        for (var topic : List.of(Topics.INCIDENTS, Topics.DAILY_COUNTS, Topics.ALERTS)) {
            published += of(sizes, topic.name("")).newestBytes();
        }
        line("share of articles that report an attack", codings.keys(), articles.keys());
        line("reports an article that reports any", reports.keys(), codings.keys());
        line("reports an incident", reports.keys(), incidents.keys());
        line("articles topic, bytes on disk an article", articles.diskBytes(), articles.records());
        line("code's store, bytes an article that reports", codings.newestBytes(), codings.keys());
        line("merge's store of reports, bytes a report", reports.newestBytes(), reports.keys());
        line("merge's store of incidents, bytes an incident", incidents.newestBytes(), incidents.keys());
        line("tally's stores, bytes an incident", tally, incidents.keys());
        line("public topics compacted, bytes an incident", published, incidents.keys());
    }

    private static void line(String what, long sum, long of) {
        System.out.printf(Locale.ROOT, "%-48s %9.2f%n", what, (double) sum / Math.max(1, of));
    }

    private static TopicSize store(Map<String, TopicSize> sizes, String store) {
        return of(sizes, store + "-changelog");
    }

    private static TopicSize of(Map<String, TopicSize> sizes, String topic) {
        TopicSize size = sizes.get(topic);
        if (size == null) {
            throw new IllegalStateException("no topic " + topic + " among " + sizes.keySet());
        }
        return size;
    }
}
