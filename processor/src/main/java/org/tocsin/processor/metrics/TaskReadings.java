package org.tocsin.processor.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.processor.Names;
import org.tocsin.schemas.PublisherPulse;

/** The last that each task of this process said of itself; gone when the task moves elsewhere. Thread-safe. */
final class TaskReadings {
    /** A task: its stage and partition. */
    record Task(String stage, int partition) {}

    private final Map<Task, Instant> processed = new ConcurrentHashMap<>();
    private final Map<Integer, List<PublisherPulse>> heard = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> indexed = new ConcurrentHashMap<>();

    void processed(String stage, int partition, Instant appendedAt) {
        processed.put(new Task(stage, partition), appendedAt);
    }

    void heard(int partition, List<PublisherPulse> publishers) {
        heard.put(partition, publishers);
    }

    void indexed(int partition, int incidents) {
        indexed.put(partition, incidents);
    }

    void closed(String stage, int partition) {
        processed.remove(new Task(stage, partition));
        if (stage.equals(Names.CODE)) {
            heard.remove(partition);
        } else if (stage.equals(Names.MERGE)) {
            indexed.remove(partition);
        }
    }

    /** When the article of the last record of each task came to the articles topic. */
    Map<Task, Instant> processed() {
        return Map.copyOf(processed);
    }

    /** The publishers that each code task has heard. */
    List<List<PublisherPulse>> heard() {
        return List.copyOf(heard.values());
    }

    /** The incidents in memory of each merge task, by partition. */
    Map<Integer, Integer> indexed() {
        return Map.copyOf(indexed);
    }
}
