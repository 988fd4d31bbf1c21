package org.tocsin.processor.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
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

    /** So many partitions that leaders are still being set up when the cluster says that the topic is there. */
    @Test
    void shouldReturnOnceEveryPartitionTakesRecords() throws Exception {
        Settings settings = TestStack.installation(Map.of());
        Map<String, Object> oneTry = new HashMap<>(settings.kafka());
        oneTry.putAll(Map.of("retries", 0, "enable.idempotence", false));
        String name = settings.topicPrefix() + "wide";
        int partitions = 100;
        try (Admin admin = Admin.create(settings.kafka());
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(oneTry, new StringSerializer(), new StringSerializer())) {
            TopicSetup.create(admin, List.of(new NewTopic(name, partitions, (short) 1)));
            List<Future<RecordMetadata>> sent = IntStream.range(0, partitions)
                    .mapToObj(partition -> producer.send(new ProducerRecord<>(name, partition, "key", "value")))
                    .toList();
            assertThat(sent)
                    .allSatisfy(record -> assertThat(record.get().offset()).isZero());
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
