package org.tocsin.bench.merge;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** When the first store began to be restored, when the last one was, and when the stage ran. */
final class RestoreTimes implements StateRestoreListener, KafkaStreams.StateListener {
    private long begun;
    private long restored;
    private long running;

    @Override
    public synchronized void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        begun = begun == 0 ? System.nanoTime() : begun;
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long to, long records) {
        // Only the ends are of interest.
    }

    @Override
    public synchronized void onRestoreEnd(TopicPartition partition, String store, long records) {
        restored = System.nanoTime();
    }

    @Override
    public synchronized void onChange(KafkaStreams.State now, KafkaStreams.State before) {
        if (now == KafkaStreams.State.RUNNING && running == 0) {
            running = System.nanoTime();
        }
    }

    synchronized boolean isRunning() {
        return running > 0;
    }

    /** Seconds from the first store's start to the last one's end. */
    synchronized double restore() {
        return (restored - begun) / 1e9;
    }

    /** Seconds from then until running: the index is rebuilt. */
    synchronized double afterwards() {
        return (running - restored) / 1e9;
    }
}
