package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.PipelineApp;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Topics;

class ResetCommandTest {
    private static final String ATTACK =
            """
            {"id":"attack","source":"Courier","title":"Car bomb kills four in Mosul","publishedAt":"2024-03-12T12:00:00Z",\
            "body":"A car bomb exploded outside a police station in Mosul, Iraq, on Monday, killing four officers."}""";

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    @Test
    void shouldDeleteWhatIsStoredOnceItIsStoppedAndConfirmedAndReadAllAgain() throws Exception {
        Installation installation = Installation.with(Map.of());
        Map<String, Object> kafka = installation.settings().kafka();
        String config = Call.configFile(directory, installation.settings());
        String application = String.valueOf(kafka.get("application.id"));
        Path state = Path.of(String.valueOf(kafka.get("state.dir")), application);
        String incidents = Topics.INCIDENTS.name(installation.settings().topicPrefix());
        installation.publish(ATTACK);
        try (PipelineApp app = installation.start()) {
            installation.awaitProcessed();
            Call running = Call.of("reset", "--config", config, "--yes");
            assertThat(running.exitCode()).isEqualTo(1);
            assertThat(running.err()).contains("the application " + application + " runs on");
            assertThat(app.fault()).isEmpty();
        }

        // It leaves the group as it closes, but not before close() has returned.
        await().atMost(LONGEST_WAIT).untilAsserted(() -> {
            Call refused = Call.withInput("no\n", "reset", "--config", config, "--outputs");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("internal topic " + application, "PUBLIC topic " + incidents, state.toString());
        });
        assertThat(topics(installation)).contains(incidents, application + "-merge-incidents-changelog");
        assertThat(state).exists();

        Call confirmed = Call.withInput("yes\n", "reset", "--config", config);
        assertThat(confirmed.exitCode()).as(confirmed.err()).isZero();
        assertThat(topics(installation)).contains(incidents).noneMatch(topic -> topic.startsWith(application + "-"));
        assertThat(state).doesNotExist();

        try (PipelineApp app = installation.start()) {
            installation.awaitProcessed();
            assertThat(app.fault()).isEmpty();
        }
        assertThat(installation.read(Topics.DAILY_COUNTS))
                .isNotEmpty()
                .extracting(DailyTally::getCertain)
                .containsOnly(1);

        await().atMost(LONGEST_WAIT).untilAsserted(() -> {
            Call all = Call.of("reset", "--config", config, "--outputs", "--yes");
            assertThat(all.exitCode()).as(all.err()).isZero();
        });
        assertThat(topics(installation))
                .contains(Topics.ARTICLES.name(installation.settings().topicPrefix()))
                .doesNotContain(incidents);
    }

    private static Set<String> topics(Installation installation) throws Exception {
        try (Admin admin = Admin.create(installation.settings().kafka())) {
            return admin.listTopics().names().get();
        }
    }
}
