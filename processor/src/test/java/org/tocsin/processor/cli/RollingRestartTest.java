package org.tocsin.processor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.coder.EventCoder;
import org.tocsin.coder.json.JsonLines;
import org.tocsin.processor.PipelineApp;
import org.tocsin.processor.replay.FinalState;
import org.tocsin.processor.replay.Replay;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.Topics;

/** Several instances of one application on one broker, each with a state folder of its own. */
@EnabledIfSystemProperty(
        named = "tocsin.rolling",
        matches = "true",
        disabledReason = "it takes half a minute of a build that is kept short; -Dtocsin.rolling=true runs it")
class RollingRestartTest {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Instant PUBLISHED = Instant.parse("2024-03-12T20:00:00Z");
    /** In areas that are merged apart, so that each is an incident of its own. */
    private static final List<String> ATTACKS = List.of(
            "A car bomb exploded outside a police station in Mosul, Iraq, on Monday, killing four officers.",
            "Gunmen opened fire on an army checkpoint near Gao, Mali, on Monday, killing six soldiers.",
            "A suicide bomber killed nine worshippers at a mosque in Quetta, Pakistan, on Monday.",
            "Militants attacked a village market near Maiduguri, Nigeria, on Monday and killed three traders.",
            "A roadside bomb struck a convoy of aid workers near Mogadishu, Somalia, on Monday, killing two people.",
            "Rebels shelled a hospital in Goma, Congo, on Monday, killing five patients.");

    /** Of code one for each of the four partitions of articles; of merge and tally two each. */
    private static final int TASKS = 8;

    @TempDir
    Path directory;

    private final Installation installation =
            Installation.with(Map.of("tocsin.partitions.articles", "4", "num.standby.replicas", "1"));
    private final List<PipelineApp> started = new ArrayList<>();
    private final AtomicInteger published = new AtomicInteger();
    private final AtomicBoolean loading = new AtomicBoolean(true);

    /** From two instances to one, to two, to three, to two: those of the beginning are gone at the end. */
    @Test
    void shouldLoseAndRepeatNothingWhenInstancesComeAndGoUnderLoad() throws Exception {
        List<PipelineApp> running = new ArrayList<>(List.of(start(), start()));
        CompletableFuture<Void> load = CompletableFuture.runAsync(this::publishUntilTold);
        try {
            awaitShared(running);
            await().atMost(LONGEST_WAIT).untilAsserted(() -> assertThat(running)
                    .allSatisfy(app -> assertThat(tasks(app, ThreadMetadata::standbyTasks))
                            .as("standby replicas")
                            .isNotEmpty()));

            awaitPublished(10);
            running.remove(0).close();
            awaitShared(running);
            awaitPublished(10);
            running.add(start());
            awaitShared(running);
            running.add(start());
            awaitShared(running);
            awaitPublished(10);
            running.remove(0).close();
            awaitShared(running);
            awaitPublished(10);
            loading.set(false);
            load.get(1, TimeUnit.MINUTES);
            installation.awaitProcessed();
        } finally {
            loading.set(false);
            started.forEach(PipelineApp::close);
        }

        assertThat(started).allSatisfy(app -> assertThat(app.fault()).isEmpty());
        assertThat(installation.read(Topics.DEAD_LETTERS)).isEmpty();
        assertThatEachReportCountsOnce();
        assertThat(counts(installation.read(Topics.DAILY_COUNTS))).isNotEmpty().isEqualTo(undisturbed());
        Call verify = Call.of("verify", "--config", Call.configFile(directory, installation.settings()));
        assertThat(verify.exitCode()).as(verify.out() + verify.err()).isZero();
    }

    private PipelineApp start() throws InterruptedException {
        Map<String, Object> own = new HashMap<>(installation.settings().kafka());
        own.put("state.dir", directory.resolve("instance" + started.size()).toString());
        PipelineApp app = new Installation(installation.settings().withKafka(own)).start();
        started.add(app);
        return app;
    }

    /** Every instance has a part of the work, and together they have all of it. */
    private static void awaitShared(List<PipelineApp> running) {
        await().atMost(LONGEST_WAIT).untilAsserted(() -> {
            Set<String> all = new HashSet<>();
            for (PipelineApp app : running) {
                List<String> active = tasks(app, ThreadMetadata::activeTasks);
                assertThat(active).as(running.size() + " instances").isNotEmpty();
                all.addAll(active);
            }
            assertThat(all).hasSize(TASKS);
        });
    }

    private static List<String> tasks(PipelineApp app, Function<ThreadMetadata, Set<TaskMetadata>> which) {
        return app.streams().metadataForLocalThreads().stream()
                .map(which)
                .flatMap(Set::stream)
                .map(task -> task.taskId().toString())
                .toList();
    }

    private void publishUntilTold() {
        try (ArticlePublisher publisher = new ArticlePublisher(installation.settings(), Call.console())) {
            while (loading.get()) {
                int number = published.get();
                publisher.publish("load", number + 1L, article(number).getBytes(UTF_8));
                published.incrementAndGet();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            publisher.flush();
        }
    }

    private void awaitPublished(int more) {
        int from = published.get();
        await().atMost(LONGEST_WAIT).until(() -> published.get() >= from + more);
    }

    /** By the incidents' own numbers of reports, and by their revisions, of which none is missing or written twice. */
    private void assertThatEachReportCountsOnce() {
        Map<String, Incident> latest = new HashMap<>();
        for (Incident incident : installation.read(Topics.INCIDENTS)) {
            Incident before = latest.put(incident.getIncidentId(), incident);
            assertThat(incident.getRevision())
                    .as("revision of " + incident.getIncidentId())
                    .isEqualTo(before == null ? 1 : before.getRevision() + 1);
        }
        assertThat(latest.values().stream()
                        .filter(incident -> incident.getMergedInto().isEmpty())
                        .mapToInt(Incident::getReportCount)
                        .sum())
                .isEqualTo(published.get());
    }

    /** What one pipeline that nobody disturbs counts of the same articles. */
    private Map<String, List<Integer>> undisturbed() throws Exception {
        FinalState state = new FinalState();
        try (Replay replay = new Replay(installation.settings(), EventCoder.load(), Watchlist.none(), PUBLISHED)) {
            state.follow(replay);
            for (int number = 0; number < published.get(); number++) {
                replay.publish(ArticleRecord.of(JsonLines.article(article(number))), PUBLISHED);
            }
            replay.settle();
        }
        return counts(state.tallies().values());
    }

    /**
     * Certain and possible incidents of each subject and day, the last that was said; without those that had one only
     * until another report corrected it, for that depends on which report came first.
     */
    private static Map<String, List<Integer>> counts(Collection<DailyTally> tallies) {
        Map<String, List<Integer>> counts = new TreeMap<>();
        tallies.forEach(tally -> counts.put(
                SubjectKeys.dayKey(tally.getSubject(), tally.getDate()),
                List.of(tally.getCertain(), tally.getPossible(), tally.getIncidentCount())));
        counts.values().removeIf(List.of(0, 0, 0)::equals);
        return counts;
    }

    /** Again and again the same attacks, as one paper after the other reports them. */
    private static String article(int number) {
        String attack = ATTACKS.get(number % ATTACKS.size());
        return """
                {"id":"a%d","source":"Paper %d","title":"%s","publishedAt":"%s","body":"%s"}"""
                .formatted(number, number, attack, PUBLISHED, attack);
    }
}
