package org.tocsin.processor.stack;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/**
 * Creates the topics that are missing and checks those that are there. Partitions and retention of existing topics are
 * the operator's choice and stay as they are; settings that a promise rests on must be as {@link Topic#config()} says.
 */
public final class TopicSetup {
    private static final Duration LEADERS_WITHIN = Duration.ofSeconds(60);
    private static final Duration ASK_EVERY = Duration.ofMillis(50);

    private final String prefix;
    private final int articlePartitions;
    private final Map<String, Object> admin;

    public TopicSetup(Settings settings) {
        this.prefix = settings.topicPrefix();
        this.articlePartitions = settings.articlePartitions();
        this.admin = KafkaCheck.adminConfig(settings);
    }

    /**
     * Creates and checks.
     *
     * @throws OperatorException when the cluster does not answer, or a topic is there with settings that lose data
     */
    public void run() {
        try (Admin client = Admin.create(admin)) {
            Set<String> existing = client.listTopics().names().get();
            List<Topic<?>> missing = Topics.ALL.stream()
                    .filter(t -> !existing.contains(t.name(prefix)))
                    .toList();
            create(client, missing.stream().map(this::asNewTopic).toList());
            check(client, Topics.ALL.stream().filter(t -> !missing.contains(t)).toList());
        } catch (ExecutionException | KafkaException e) {
            throw KafkaFailure.of(e, admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("interrupted while the topics were set up", e);
        }
    }

    private NewTopic asNewTopic(Topic<?> topic) {
        return new NewTopic(topic.name(prefix), Optional.of(partitions(topic)), Optional.empty())
                .configs(topic.config());
    }

    /**
     * Creates topics and returns once every partition of theirs has a leader that takes records. A producer that comes
     * sooner can lose its first batch to KAFKA-15591: refused while the leader is not ready, and again, until it
     * expires, because the batch behind it was taken.
     *
     * @param topics with the numbers of their partitions (of one without it nothing is awaited); of those that exist
     *     already nothing is changed or awaited
     * @throws ExecutionException when the cluster refuses one or does not answer
     */
    public static void create(Admin client, List<NewTopic> topics) throws ExecutionException, InterruptedException {
        Map<String, KafkaFuture<Void>> results = client.createTopics(topics).values();
        Map<TopicPartition, OffsetSpec> created = new HashMap<>();
        for (NewTopic topic : topics) {
            try {
                requireNonNull(results.get(topic.name())).get();
                for (int partition = 0; partition < topic.numPartitions(); partition++) {
                    created.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
                }
            } catch (ExecutionException e) {
                // Another instance may start at the same moment.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        awaitLeaders(client, created);
    }

    /** Only a leader can say where its partition ends. */
    private static void awaitLeaders(Admin client, Map<TopicPartition, OffsetSpec> ends)
            throws ExecutionException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try {
                client.listOffsets(ends).all().get();
                return;
            } catch (ExecutionException e) {
                // Whatever else a new partition answers, the client itself asks again.
                boolean isNew = e.getCause() instanceof UnknownTopicOrPartitionException;
                if (!isNew || System.nanoTime() - start > LEADERS_WITHIN.toNanos()) {
                    throw e;
                }
                Thread.sleep(ASK_EVERY.toMillis());
            }
        }
    }

    private int partitions(Topic<?> topic) {
        return topic.equals(Topics.ARTICLES) ? articlePartitions : topic.partitions();
    }

    private void check(Admin client, List<Topic<?>> existing) throws ExecutionException, InterruptedException {
        Map<ConfigResource, Topic<?>> resources = existing.stream()
                .collect(Collectors.toMap(t -> new ConfigResource(ConfigResource.Type.TOPIC, t.name(prefix)), t -> t));
        Map<ConfigResource, Config> configs =
                client.describeConfigs(resources.keySet()).all().get();
        resources.forEach((resource, topic) -> check(resource.name(), topic, requireNonNull(configs.get(resource))));
    }

    private static void check(String name, Topic<?> topic, Config config) {
        topic.config().forEach((key, wanted) -> {
            String found = config.get(key).value();
            boolean fits =
                    switch (key) {
                        case "retention.ms" -> true;
                        case "max.message.bytes" -> Long.parseLong(found) >= Long.parseLong(wanted);
                        default -> found.equals(wanted);
                    };
            if (!fits) {
                throw new OperatorException(
                        "topic %1$s has %2$s=%3$s and needs %4$s; set it with kafka-configs --alter --entity-type topics --entity-name %1$s --add-config %2$s=%4$s"
                                .formatted(name, key, found, wanted));
            }
        });
    }
}
