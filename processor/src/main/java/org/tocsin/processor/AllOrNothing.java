package org.tocsin.processor;

import org.apache.kafka.clients.producer.Producer;

/** Records that readers see all of, or none. */
public final class AllOrNothing {
    private AllOrNothing() {}

    /**
     * Sends in one transaction. One that is refused is given up at once: left open, it would keep those who read the topics
     * waiting, and the producer's close for half a minute.
     *
     * @param sends sends records; a send that fails makes the commit fail
     */
    public static void write(Producer<?, ?> producer, Runnable sends) {
        producer.beginTransaction();
        try {
            sends.run();
            producer.commitTransaction();
        } catch (RuntimeException refused) {
            giveUp(producer, refused);
            throw refused;
        }
    }

    private static void giveUp(Producer<?, ?> producer, RuntimeException refused) {
        try {
            producer.abortTransaction();
        } catch (RuntimeException e) {
            refused.addSuppressed(e);
        }
    }
}
