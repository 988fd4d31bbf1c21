package org.tocsin.processor.stack;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;

/** Asks the cluster for its id before a command does anything, so that what is wrong with reaching it is said first. */
public final class KafkaCheck {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private KafkaCheck() {}

    /**
     * Returns when the cluster answers.
     *
     * @throws OperatorException when it does not, or lets nobody in with these settings
     */
    public static void reach(Settings settings) {
        Map<String, Object> config = adminConfig(settings);
        try (Admin admin = Admin.create(config)) {
            var unused = admin.describeCluster().clusterId().get();
        } catch (ExecutionException | KafkaException e) {
            throw KafkaFailure.of(e, config);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("interrupted while waiting for Kafka", e);
        }
    }

    /** Settings of an admin client that gives up after half a minute, unless they say another time. */
    static Map<String, Object> adminConfig(Settings settings) {
        if (!settings.kafka().containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
            throw OperatorException.usage("setting bootstrap.servers is missing; it names the Kafka cluster");
        }
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(ANSWER_WITHIN.toMillis()));
        return config;
    }
}
