package org.tocsin.processor.metrics;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/**
 * Kafka Streams' own clients, with a producer that tells when a thread's transaction has ended: Streams itself has no
 * such hook. Streams creates, commits, aborts and closes a producer on the thread that works with it.
 */
final class CommittingClients extends DefaultKafkaClientSupplier {
    private final CommittedWork work;

    CommittingClients(CommittedWork work) {
        this.work = work;
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new TellingProducer(config, work);
    }

    private static final class TellingProducer extends KafkaProducer<byte[], byte[]> {
        private final CommittedWork work;

        TellingProducer(Map<String, Object> config, CommittedWork work) {
            super(config, new ByteArraySerializer(), new ByteArraySerializer());
            this.work = work;
        }

        @Override
        public void commitTransaction() {
            super.commitTransaction();
            work.committed();
        }

        @Override
        public void abortTransaction() {
            work.dropped();
            super.abortTransaction();
        }

        @Override
        public void close() {
            work.dropped();
            super.close();
        }

        @Override
        public void close(Duration timeout) {
            work.dropped();
            super.close(timeout);
        }
    }
}
