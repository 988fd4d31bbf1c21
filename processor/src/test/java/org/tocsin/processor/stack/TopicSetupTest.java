package org.tocsin.processor.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.Topics;

class TopicSetupTest {
    @Test
    void shouldCreateEveryTopicWithItsSettings() throws Exception {
        Settings settings = TestStack.installation(Map.of());

        new TopicSetup(settings).run();
        new TopicSetup(settings).run();

        try (Admin admin = Admin.create(settings.kafka())) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.ALL.stream()
                            .map(t -> t.name(settings.topicPrefix()))
                            .toList());
            assertThat(config(admin, Topics.ARTICLES.name(settings.topicPrefix()), "message.timestamp.type"))
                    .isEqualTo("LogAppendTime");
            assertThat(config(admin, Topics.ALERTS.name(settings.topicPrefix()), "cleanup.policy"))
                    .isEqualTo("compact");
        }
    }

    @Test
    void shouldRefuseATopicThatWouldLoseAlerts() throws Exception {
        Settings settings = TestStack.installation(Map.of());
        String alerts = Topics.ALERTS.name(settings.topicPrefix());
        try (Admin admin = Admin.create(settings.kafka())) {
            admin.createTopics(List.of(new NewTopic(alerts, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
        assertThatThrownBy(() -> new TopicSetup(settings).run())
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining(alerts)
                .hasMessageContaining("--add-config");
    }

    @Test
    void shouldSayWhichClusterDoesNotAnswer() {
        Settings settings = Settings.of(Map.of(
                "bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", "1000", "request.timeout.ms", "500"));
        assertThatThrownBy(() -> new TopicSetup(settings).run())
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("bootstrap.servers");
    }

    private static String config(Admin admin, String topic, String key)
            throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(List.of(resource))
                .values()
                .values()
                .iterator()
                .next()
                .get();
        return config.get(key).value();
    }
}
