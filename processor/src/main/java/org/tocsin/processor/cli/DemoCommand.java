package org.tocsin.processor.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.tocsin.processor.Settings;
import org.tocsin.processor.metrics.LagReader;
import org.tocsin.processor.stack.EmbeddedStack;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.RecordJson;
import org.tocsin.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole product on the sample articles. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a broker, a schema registry and the processor on this machine, publishes two days of",
            "sample articles, and prints incidents and alerts as they come. Starts afresh each time."
        },
        footer = {"", "Example: end when all articles are processed", "  ./tocsin demo --exit"})
final class DemoCommand implements Callable<Integer> {
    private static final String SAMPLES = "/samples/articles.jsonl";

    private final Console console;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = Connection.DEFAULT_DATA,
            description = "Data are kept in DIR/demo, which is emptied at the start (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(Connection.DEFAULT_DATA);

    @Option(names = "--exit", description = "End when all articles are processed.")
    private boolean exit;

    @Option(names = "--json", description = "JSON Lines, also on a terminal.")
    private boolean json;

    /** When the first incident was shown; 0 before. */
    private long firstIncident;

    @Mixin
    private final Connectors connectors = new Connectors();

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        connectors.check();
        long began = System.nanoTime();
        Path home = data.resolve("demo");
        try (Running running = new Running()) {
            console.say("Starting a broker, a schema registry and the processor ...");
            EmbeddedStack stack = running.add(EmbeddedStack.startAfresh(home));
            Settings settings = Connection.settings(UpCommand.onStack(few(), stack, home), "demo");
            PipelineRun pipeline = PipelineRun.start(settings, running);
            long published = publish(settings);
            pipeline.awaitRunning();
            connectors.start(stack, home, running, console);
            console.say("%s; %d articles published after %s; incidents and alerts as they come:"
                    .formatted(stack.describe(), published, since(began)));
            show(settings, pipeline);
            console.say("First incident after %s, all articles processed after %s"
                    .formatted(firstIncident == 0 ? "-" : between(began, firstIncident), since(began)));
            connectors.awaitDelivered(console);
            return 0;
        }
    }

    /**
     * Two partitions of a kind show all that eight do, and start in half the time: each task opens stores of its own.
     * Articles have one, so that two days of news that come at once are read in the order of those days.
     */
    private static Properties few() {
        Properties few = new Properties();
        few.setProperty("tocsin.partitions.articles", "1");
        few.setProperty("tocsin.partitions.reports", "2");
        few.setProperty("tocsin.partitions.subjects", "2");
        return few;
    }

    private long publish(Settings settings) throws IOException {
        try (ArticlePublisher publisher = new ArticlePublisher(settings, console);
                InputStream samples = requireNonNull(DemoCommand.class.getResourceAsStream(SAMPLES), SAMPLES)) {
            LineFile.forEachLine(samples, line -> publisher.publish(SAMPLES, line.number(), line.bytes()));
            publisher.flush();
            return publisher.published();
        }
    }

    /** Until all is processed, or for ever. */
    private void show(Settings settings, PipelineRun pipeline) {
        try (TopicReader<Incident> incidents = new TopicReader<>(settings, Topics.INCIDENTS, console);
                TopicReader<Alert> alerts = new TopicReader<>(settings, Topics.ALERTS, console);
                LagReader lag = new LagReader(settings, Clock.systemUTC())) {
            boolean done = false;
            while (!done) {
                pipeline.requireRunning();
                done = exit && lag.look().done();
                incidents.readToEnd(this::print);
                alerts.readToEnd(this::print);
                incidents.read(this::print);
            }
        }
    }

    private void print(Incident incident) {
        firstIncident = firstIncident == 0 ? System.nanoTime() : firstIncident;
        console.print(asJson() ? RecordJson.line(incident) : "incident  " + IncidentText.line(incident));
    }

    private void print(Alert alert) {
        console.print(asJson() ? RecordJson.line(alert) : "ALERT     " + AlertText.lines(alert));
    }

    private boolean asJson() {
        return json || !console.outIsTerminal();
    }

    private static String since(long began) {
        return between(began, System.nanoTime());
    }

    private static String between(long began, long ended) {
        return "%.1f s".formatted(Duration.ofNanos(ended - began).toMillis() / 1000.0);
    }
}
