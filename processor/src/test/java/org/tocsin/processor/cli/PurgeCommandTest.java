package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.PipelineApp;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/** {@code purge} beside a running pipeline, on the real broker. */
class PurgeCommandTest {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Instant MARCH = Instant.parse("2024-03-10T14:00:00Z");
    private static final Instant JUNE = Instant.parse("2024-06-09T14:00:00Z");
    private static final Map<String, String> HELD_TEN_DAYS = Map.of(
            "tocsin.partitions.articles", "1",
            "tocsin.tally.keep", "10d",
            "tocsin.tally.grace", "24h",
            "tocsin.merge.keep.candidates", "5d",
            "tocsin.merge.keep.fingerprints", "10d");

    @TempDir
    Path directory;

    @Test
    void shouldDeleteOldDaysForAllWhoReadAndNeverThoseThatThePipelineStillHolds() throws Exception {
        Installation installation = Installation.with(HELD_TEN_DAYS);
        String config = config(installation);
        try (PipelineApp app = installation.start()) {
            installation.publish(inMarch());
            installation.awaitProcessed();
            installation.publish(inJune());
            awaitClosed(installation, "2024-03-10");

            Call held = Call.of("purge", "--before", "2024-05-31", "--yes", "--config", config);
            assertThat(held.exitCode()).isEqualTo(1);
            assertThat(held.err()).contains("the latest possible date is 2024-05-30");

            Call refused = Call.withInput("no\n", "purge", "--before", "2024-05-30", "--config", config);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("3 of the 6 incidents, PUBLIC topic "
                            + Topics.INCIDENTS.name(installation.settings().topicPrefix()))
                    .contains("Nothing was deleted.");
            assertThat(printed("incidents", config)).anyMatch(line -> line.contains("2024-03-10"));

            Call confirmed = Call.withInput("yes\n", "purge", "--before", "2024-05-30", "--config", config);
            assertThat(confirmed.exitCode()).as(confirmed.err()).isZero();
            assertThat(printed("incidents", config))
                    .hasSize(3)
                    .allMatch(line -> line.contains("\"latest\":\"2024-06-09\""));
            assertThat(printed("alerts", config)).isNotEmpty().allMatch(line -> line.contains("2024-06-09"));
            assertThat(deleted(installation, Topics.ALERTS)).isNotEmpty();
            assertThat(deleted(installation, Topics.DAILY_COUNTS))
                    .isNotEmpty()
                    .allMatch(key -> key.endsWith("|2024-03-10"));

            installation.publish(Installation.bombing("late", "Samarra", MARCH));
            installation.awaitProcessed();
            assertThat(installation.read(Topics.DEAD_LETTERS))
                    .extracting(DeadLetter::getReason)
                    .containsExactly(DeadLetterReason.TOO_OLD);
            Call again = Call.of("purge", "--before", "2024-05-30", "--config", config);
            assertThat(again.exitCode()).isZero();
            assertThat(again.err()).contains("There is nothing of days before 2024-05-30");

            Call verify = Call.of("verify", "--config", config);
            assertThat(verify.exitCode()).as(verify.out()).isZero();
            assertThat(verify.out()).startsWith("3 incidents, ").contains("no disagreement");
            assertThat(app.fault()).isEmpty();
        }
    }

    @Test
    void shouldDeleteNothingBeforeThePipelineHasATime() throws Exception {
        Call call =
                Call.of("purge", "--before", "2024-05-30", "--yes", "--config", config(Installation.with(Map.of())));

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err()).contains("nothing can be purged yet");
    }

    private String config(Installation installation) throws IOException {
        String config = Call.configFile(directory, installation.settings());
        List<String> lines = new ArrayList<>();
        HELD_TEN_DAYS.forEach((key, value) -> lines.add(key + "=" + value));
        Files.write(Path.of(config), lines, StandardOpenOption.APPEND);
        return config;
    }

    private static String[] inMarch() {
        return Stream.of("Mosul", "Kirkuk", "Tikrit")
                .map(town -> Installation.bombing("bombing-" + town, town, MARCH))
                .toArray(String[]::new);
    }

    /** In another country and in other words, so that nobody takes one for the other. */
    private static String[] inJune() {
        return Stream.of("Kandahar", "Kabul", "Herat")
                .map(town ->
                        """
                        {"id":"ambush-%s","source":"Courier of %s","title":"US patrol attacked in %s","publishedAt":"%s",\
                        "body":"Gunmen opened fire on US soldiers in %s, Afghanistan, on Sunday morning, wounding one."}"""
                                .formatted(town, town, town, JUNE, town))
                .toArray(String[]::new);
    }

    private static void awaitClosed(Installation installation, String day) {
        await().atMost(LONGEST_WAIT).untilAsserted(() -> {
            installation.awaitProcessed();
            Map<String, DailyTally> newest = new TreeMap<>();
            installation.read(Topics.DAILY_COUNTS).stream()
                    .filter(count -> count.getDate().toString().equals(day))
                    .forEach(count -> newest.put(count.getSubject().getId(), count));
            assertThat(newest.values()).isNotEmpty().allMatch(DailyTally::getClosed);
        });
    }

    private static List<String> printed(String command, String config) {
        Call call = Call.of(command, "--json", "--config", config);
        assertThat(call.exitCode()).as(call.err()).isZero();
        return call.outLines();
    }

    /** Keys of which a null is the last word, each in the one partition that ever held the key. */
    private static <T extends SpecificRecord> Set<String> deleted(Installation installation, Topic<T> topic) {
        Map<String, Set<Integer>> partitions = new TreeMap<>();
        Set<String> deleted = new TreeSet<>();
        try (TopicReader<T> reader = new TopicReader<>(installation.settings(), topic, Call.console())) {
            reader.readRecordsToEnd((record, value) -> {
                partitions.computeIfAbsent(record.key(), key -> new TreeSet<>()).add(record.partition());
                boolean unused = value == null ? deleted.add(record.key()) : deleted.remove(record.key());
            });
        }
        assertThat(partitions.values()).allMatch(of -> of.size() == 1);
        return deleted;
    }
}
