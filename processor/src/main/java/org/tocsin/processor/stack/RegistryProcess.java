package org.tocsin.processor.stack;

import java.io.IOException;
import java.io.InputStream;

/**
 * Runs in the registry's own process: starts the registry, and ends it when standard input ends. The pipe's other end is
 * held by the process that started this one, so the registry goes when its parent goes, also when that is killed.
 */
final class RegistryProcess {
    private RegistryProcess() {}

    /** Takes one argument: the main class of the registry. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(() -> haltAtEnd(System.in), "parent-watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    }

    /** Halts without shutdown hooks: they could hang, and H2 recovers from its log. */
    @SuppressWarnings("StatementWithEmptyBody")
    private static void haltAtEnd(InputStream in) {
        try {
            while (in.read() >= 0) {}
        } catch (IOException closed) {
            // As good as the end.
        }
        Runtime.getRuntime().halt(0);
    }
}
