package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.schemas.Topic.Cleanup;

class TopicsTest {
    @Test
    void shouldSetCleanupRetentionAndSizeOfEveryTopic() {
        assertThat(Topics.ALL).allSatisfy(t -> assertThat(t.config())
                .as(t.name())
                .containsKeys("cleanup.policy", "retention.ms", "max.message.bytes"));
    }

    @Test
    void shouldKeepABackFillOfOldArticlesByAppendTime() {
        assertThat(Topics.ALL.stream().filter(t -> t.cleanup() instanceof Cleanup.Delete))
                .contains(Topics.ARTICLES, Topics.DEAD_LETTERS)
                .allSatisfy(t -> assertThat(t.config()).containsEntry("message.timestamp.type", "LogAppendTime"));
    }

    @Test
    void shouldNeverExpireWhatIsPublished() {
        assertThat(Topics.ALL.stream().filter(t -> t.cleanup() instanceof Cleanup.Compact))
                .contains(Topics.INCIDENTS, Topics.DAILY_COUNTS, Topics.ALERTS)
                .allSatisfy(t -> assertThat(t.config())
                        .containsAllEntriesOf(Map.of("cleanup.policy", "compact", "retention.ms", "-1")));
    }

    @Test
    void shouldNameTopicsAfterTheInstallation() {
        assertThat(Topics.ARTICLES.name("tocsin.")).isEqualTo("tocsin.articles");
        assertThat(Topics.ALL.stream().map(Topic::name)).doesNotHaveDuplicates();
    }
}
