package org.tocsin.bench.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The measured program in a process of its own, so that its processor time is not the broker's. More options for its
 * JVM, such as a flight recording's, may stand in the environment's {@value #OPTIONS}, separated by spaces.
 */
final class AppProcess implements AutoCloseable {
    private static final String OPTIONS = "BENCH_APP_OPTS";

    private final Process process;

    private AppProcess(Process process) {
        this.process = process;
    }

    /** Starts that main class, its output into the log; standard input is a pipe. */
    static AppProcess start(Path log, ProcessBuilder.Redirect output, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:+UseSerialGC"));
        String options = System.getenv(OPTIONS);
        command.addAll(options == null ? List.of() : List.of(options.strip().split("\\s+")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new AppProcess(new ProcessBuilder(command)
                .redirectError(log.toFile())
                .redirectOutput(output)
                .start());
    }

    Process process() {
        return process;
    }

    /** Processor time of all its threads so far, the compiler's and collector's included. */
    Duration cpu() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException(
                        "this system does not " + "say how much processor time a process has used"));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
