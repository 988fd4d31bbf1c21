package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.PipelineApp;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/**
 * Promise 8, on a real broker, which refuses records that are dated ahead and deletes old ones: one article of 2099
 * neither stops the pipeline nor closes days, and a back-fill of 1999 stays. The clock itself: {@code
 * PipelineClockTest}.
 */
class AWrongClockDoesNoHarmTest {
    @Test
    void shouldCodeArticlesOf2099AndOf1999AndCloseNoDayForThem() throws Exception {
        Installation installation = Installation.with(Map.of());
        Instant now = Instant.now();
        try (PipelineApp app = installation.start()) {
            installation.publish(
                    Installation.bombing("today", "Mosul", now),
                    Installation.bombing("in-23-hours", "Kirkuk", now.plus(Duration.ofHours(23))),
                    Installation.bombing("in-2099", "Basra", Instant.parse("2099-01-01T12:00:00Z")),
                    Installation.bombing("in-1999", "Tikrit", Instant.parse("1999-06-01T12:00:00Z")),
                    Installation.bombing("today-too", "Fallujah", now));
            installation.awaitProcessed();

            assertThat(app.fault()).isEmpty();
        }
        assertThat(installation.reportedArticles()).contains("today", "in-23-hours", "in-2099", "in-1999", "today-too");
        assertThat(installation.read(Topics.DAILY_COUNTS).stream()
                        .filter(count -> count.getDate().getYear()
                                == now.atOffset(java.time.ZoneOffset.UTC).getYear()))
                .isNotEmpty()
                .noneMatch(DailyTally::getClosed);
        assertThat(installation.timestamps(Topics.INCIDENTS)).isNotEmpty().allMatch(stamp -> !isAhead(stamp));
        assertThat(installation.timestamps(Topics.DAILY_COUNTS)).isNotEmpty().allMatch(stamp -> !isAhead(stamp));
    }

    @Test
    void shouldKeepABackFillWhereRetentionDeletesByTime() throws Exception {
        Installation installation = Installation.with(Map.of());
        Instant before = Instant.now().minus(Duration.ofMinutes(1));
        installation.publish(
                Installation.bombing("old", "Mosul", Instant.parse("1999-06-01T12:00:00Z")),
                "{\"id\":\"empty\",\"publishedAt\":\"1999-06-01\",\"body\":\"<br/>\"}");
        try (PipelineApp app = installation.start()) {
            installation.awaitProcessed();
            assertThat(app.fault()).isEmpty();
        }
        // A broker deletes by the records' own times: where it may delete, they must be those of their arrival.
        for (Topic<?> topic : deletedByTime(installation)) {
            assertThat(installation.timestamps(topic))
                    .as(topic.name())
                    .isNotEmpty()
                    .allSatisfy(stamp -> assertThat(Instant.ofEpochMilli(stamp)).isAfter(before));
        }
        assertThat(deletedByTime(installation)).contains(Topics.ARTICLES, Topics.DEAD_LETTERS);
    }

    /** The topics from which the broker deletes by time, as it says itself. */
    private static List<Topic<?>> deletedByTime(Installation installation) throws Exception {
        Map<ConfigResource, Topic<?>> resources = Topics.ALL.stream()
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(
                                ConfigResource.Type.TOPIC,
                                topic.name(installation.settings().topicPrefix())),
                        topic -> topic));
        try (Admin admin = Admin.create(installation.settings().kafka())) {
            return admin.describeConfigs(resources.keySet()).all().get().entrySet().stream()
                    .filter(entry ->
                            entry.getValue().get("cleanup.policy").value().contains("delete"))
                    .<Topic<?>>map(entry -> resources.get(entry.getKey()))
                    .toList();
        }
    }

    private static boolean isAhead(long stamp) {
        return Instant.ofEpochMilli(stamp).isAfter(Instant.now());
    }
}
