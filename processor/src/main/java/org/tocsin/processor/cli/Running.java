package org.tocsin.processor.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a command has started: closed in reverse order, once, at its end or on Ctrl-C. */
final class Running implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Thread onExit = new Thread(this::closeAll, "stop");

    Running() {
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    <T extends AutoCloseable> T add(T resource) {
        synchronized (started) {
            started.push(resource);
        }
        return resource;
    }

    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException exiting) {
            // The hook runs already and finds nothing left.
        }
    }

    private void closeAll() {
        synchronized (started) {
            while (!started.isEmpty()) {
                AutoCloseable resource = started.pop();
                try {
                    resource.close();
                } catch (Exception e) {
                    System.err.println("while stopping: " + e.getMessage());
                }
            }
        }
    }
}
