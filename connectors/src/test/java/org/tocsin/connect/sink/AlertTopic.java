package org.tocsin.connect.sink;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.Topics;

/**
 * A topic of alerts of a test's own, written as the pipeline writes: in transactions, partitioned by subject.
 *
 * @param client how to reach the stack
 */
record AlertTopic(Properties client, String name) {
    private static final int PARTITIONS = 4;

    static AlertTopic create(Properties client, String name) {
        try (Admin admin = Admin.create(client)) {
            NewTopic topic = new NewTopic(name, PARTITIONS, (short) 1).configs(Topics.ALERTS.config());
            admin.createTopics(List.of(topic)).all().get();
            return new AlertTopic(client, name);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(List<Alert> alerts) {
        transaction(alerts, KafkaProducer::commitTransaction);
    }

    void writeAndAbort(List<Alert> alerts) {
        transaction(alerts, KafkaProducer::abortTransaction);
    }

    /** A value that no converter reads. */
    void writeRubbish(String key) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(producer(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(name, 0, key, new byte[] {1, 2, 3}))
                    .get();
        }
    }

    /** As a purge does. */
    void purge(Alert alert) {
        Map<String, Object> settings = producer();
        settings.put("transactional.id", name + "-purge");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var unused = producer.send(new ProducerRecord<>(name, partition(alert), alert.getAlertId(), null));
            producer.commitTransaction();
        }
    }

    private static int partition(Alert alert) {
        return Math.floorMod(alert.getSubject().getId().hashCode(), PARTITIONS);
    }

    private void transaction(List<Alert> alerts, Consumer<KafkaProducer<String, Alert>> end) {
        Map<String, Object> settings = producer();
        settings.put("transactional.id", name);
        try (KafkaProducer<String, Alert> producer = new KafkaProducer<>(
                settings,
                Topics.ALERTS.keys().serializer(),
                Topics.ALERTS.values(Settings.parse(client).serdes()).serializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (Alert alert : alerts) {
                var unused = producer.send(new ProducerRecord<>(name, partition(alert), alert.getAlertId(), alert));
            }
            producer.flush();
            end.accept(producer);
        }
    }

    private Map<String, Object> producer() {
        return new HashMap<>(Settings.parse(client).kafka());
    }
}
