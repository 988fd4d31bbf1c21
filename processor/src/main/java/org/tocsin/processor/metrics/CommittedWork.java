package org.tocsin.processor.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds back what a thread would count until its transaction is committed: work that is aborted was not done, and done
 * again it counts once. A thread has one transaction at a time, for all of its tasks, so its own list is all it takes.
 *
 * <p>Thread-safe: each thread sees its own list.
 */
final class CommittedWork {
    private final ThreadLocal<List<Runnable>> waiting = ThreadLocal.withInitial(ArrayList::new);

    /** Counts when this thread's transaction is committed. */
    void then(Runnable count) {
        waiting.get().add(count);
    }

    /** This thread's transaction is committed. */
    void committed() {
        List<Runnable> counts = waiting.get();
        counts.forEach(Runnable::run);
        counts.clear();
    }

    /** This thread's transaction is aborted, or its outcome is unknown; what it did is done again. */
    void dropped() {
        waiting.get().clear();
    }
}
