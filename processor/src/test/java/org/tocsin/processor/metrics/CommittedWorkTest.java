package org.tocsin.processor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.Settings;
import org.tocsin.processor.stack.TestStack;
import org.tocsin.processor.stack.TopicSetup;
import org.tocsin.schemas.Topics;

/** Work counts when its transaction is committed, and not otherwise: on the real broker. */
class CommittedWorkTest {
    private final CommittedWork work = new CommittedWork();
    private final AtomicInteger counted = new AtomicInteger();

    @Test
    void shouldCountWhatIsCommittedAndForgetWhatIsAborted() throws Exception {
        Settings settings = TestStack.installation(Map.of());
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.topicPrefix() + "counting");
        new TopicSetup(settings).run();
        String topic = Topics.DEAD_LETTERS.name(settings.topicPrefix());

        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, new byte[1]);
        try (Producer<byte[], byte[]> producer = new CommittingClients(work).getProducer(config)) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record).get();
            work.then(counted::incrementAndGet);
            assertThat(counted).as("before the commit").hasValue(0);
            producer.commitTransaction();
            assertThat(counted).hasValue(1);

            producer.beginTransaction();
            producer.send(record).get();
            work.then(counted::incrementAndGet);
            producer.abortTransaction();

            producer.beginTransaction();
            producer.send(record).get();
            work.then(counted::incrementAndGet);
            producer.commitTransaction();
            assertThat(counted).as("the aborted one was done again").hasValue(2);
            work.then(counted::incrementAndGet);
        }
        work.committed();
        assertThat(counted).as("what a closed producer had not committed").hasValue(2);
    }

    @Test
    void shouldKeepThreadsApart() throws InterruptedException {
        work.then(counted::incrementAndGet);
        Thread other = new Thread(work::committed);
        other.start();
        other.join();
        assertThat(counted).hasValue(0);

        work.committed();
        assertThat(counted).hasValue(1);
    }
}
