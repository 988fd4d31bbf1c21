package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.SampleArticles;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.ReportRef;
import org.tocsin.schemas.Topics;

/**
 * Promises 1 to 3 across crashes and rebalances: processors are killed with -9 while incidents are being revised, and
 * others take over. No alert is raised twice, none is missing, revisions grow by one, and {@code verify} agrees.
 */
class KilledPipelineTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    private final List<Process> processors = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Process processor : processors) {
            processor.destroyForcibly().waitFor();
        }
    }

    @Test
    void shouldLoseAndRepeatNothingWhenProcessorsAreKilledDuringRevisions() throws Exception {
        Installation installation = Installation.with(Map.of("tocsin.partitions.articles", "2"));
        List<String> articles = SampleArticles.lines();
        List<String> edited = articles.stream().map(KilledPipelineTest::edited).toList();

        Process first = start(installation, "first");
        installation.publish(articles.toArray(String[]::new));
        awaitRecords(installation, 1);
        kill(first);

        Process second = start(installation, "second");
        Process third = start(installation, "third");
        int told = installation.read(Topics.INCIDENTS).size();
        installation.publish(edited.toArray(String[]::new));
        awaitRecords(installation, told + 1);
        kill(third);
        installation.awaitProcessed();
        assertThat(second.isAlive()).as(() -> log("second")).isTrue();

        assertThatRevisionsGrowByOne(installation);
        assertThatEachReportIsInOneIncident(installation);
        Call verify = Call.of("verify", "--config", Call.configFile(directory, installation.settings()));
        assertThat(verify.out()).contains("no disagreement");
        assertThat(verify.exitCode()).isZero();
    }

    /** The newer version says more, so that each of its reports revises an incident. */
    private static String edited(String line) {
        return line.replace("\"body\": \"", "\"body\": \"(This article has been updated.) ");
    }

    private static void assertThatRevisionsGrowByOne(Installation installation) {
        Map<String, Integer> incidents = new TreeMap<>();
        for (Incident incident : installation.read(Topics.INCIDENTS)) {
            int last = incidents.merge(incident.getIncidentId(), 1, Integer::sum);
            assertThat(incident.getRevision()).as(incident.getIncidentId()).isEqualTo(last);
        }
        Map<String, Alert> alerts = new TreeMap<>();
        for (Alert alert : installation.read(Topics.ALERTS)) {
            Alert before = alerts.put(alert.getAlertId(), alert);
            boolean stood = before != null && before.getKind() != AlertKind.WITHDRAWN;
            assertThat(alert.getRevision())
                    .as("revision of " + alert.getSubject().getId())
                    .isEqualTo(before == null ? 1 : before.getRevision() + 1);
            assertThat(alert.getKind() == AlertKind.RAISED)
                    .as("raised once each time: " + alert.getSubject().getId())
                    .isEqualTo(!stood);
        }
        assertThat(alerts).as("the sample feed raises alerts").isNotEmpty();
    }

    private static void assertThatEachReportIsInOneIncident(Installation installation) {
        Map<String, Incident> latest = new TreeMap<>();
        installation.read(Topics.INCIDENTS).forEach(incident -> latest.put(incident.getIncidentId(), incident));
        List<String> reports = latest.values().stream()
                .filter(incident ->
                        !incident.getRetracted() && incident.getMergedInto().isEmpty())
                .flatMap(incident -> incident.getReports().stream())
                .map(ReportRef::getReportId)
                .toList();
        assertThat(reports).isNotEmpty().doesNotHaveDuplicates();
    }

    private static void awaitRecords(Installation installation, int atLeast) {
        await().atMost(PATIENCE).until(() -> installation.read(Topics.INCIDENTS).size() >= atLeast);
    }

    private Process start(Installation installation, String name) throws IOException {
        Properties properties = new Properties();
        properties.putAll(installation.settings().kafka());
        properties.put("tocsin.topic.prefix", installation.settings().topicPrefix());
        properties.put(
                "tocsin.partitions.reports",
                Integer.toString(installation.settings().reportPartitions()));
        properties.put(
                "tocsin.partitions.subjects",
                Integer.toString(installation.settings().subjectPartitions()));
        properties.put("state.dir", directory.resolve(name).toString());
        properties.put("tocsin.http.port", "0");
        Path config = directory.resolve(name + ".properties");
        try (var out = Files.newBufferedWriter(config)) {
            properties.store(out, null);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile())
                .start();
        processors.add(process);
        return process;
    }

    private String log(String name) {
        try {
            return Files.readString(directory.resolve(name + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
