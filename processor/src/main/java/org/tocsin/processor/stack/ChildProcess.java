package org.tocsin.processor.stack;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Runs in a process of its own: starts a program, and ends it when standard input ends. The pipe's other end is held by
 * the process that started this one, so the child goes when its parent goes, also when that is killed.
 */
final class ChildProcess {
    private ChildProcess() {}

    /** Takes the main class of the program, and its arguments. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(() -> haltAtEnd(System.in), "parent-watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /** Ends without shutdown hooks: they could hang, and both H2 and Kafka recover from their logs. */
    @SuppressWarnings("StatementWithEmptyBody")
    private static void haltAtEnd(InputStream in) {
        try {
            while (in.read() >= 0) {}
        } catch (IOException closed) {
            // As good as the end.
        }
        try {
            // Runtime.halt lets Java write its archive of classes first, and the port stays taken for that long.
            String self = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("kill", "-KILL", self).start().waitFor();
        } catch (IOException | InterruptedException noKill) {
            // Then by Java's own means.
        }
        Runtime.getRuntime().halt(0);
    }
}
