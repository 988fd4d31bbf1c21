package org.tocsin.processor.stack;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.processor.OperatorException;

/**
 * Apicurio Registry in a child process on 127.0.0.1, its schemas in an H2 file so that their ids survive a restart.
 * The child ends with this process, however that ends: see {@link ChildProcess}.
 */
final class EmbeddedRegistry implements AutoCloseable {
    /** Some seconds on a quiet machine; one that is busy with other work has needed more than a minute. */
    private static final Duration START_WITHIN = Duration.ofMinutes(3);
    /** The first stop writes an archive of classes, which takes some seconds. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
    private static final String MAIN_CLASS = "io.quarkus.runner.GeneratedMain";

    /** In each of its answers, with a value of its own: another stack may have taken the port meanwhile. */
    private static final String NAME_HEADER = "TocsinRegistry";

    private final Process process;
    private final String name;
    private final String url;
    private final ClassArchive classes;

    private EmbeddedRegistry(Process process, String name, String url, ClassArchive classes) {
        this.process = process;
        this.name = name;
        this.url = url;
        this.classes = classes;
    }

    /**
     * Starts it, and returns once it answers and refuses incompatible schemas: about 2 s.
     *
     * @param directory holds the schemas and {@code registry.log}
     */
    static EmbeddedRegistry start(Path directory, Ports ports) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path log = directory.resolve("registry.log");
        Path runner = runner();
        List<Path> classPath = List.of(runner.resolveSibling("child-process.jar"), runner);
        ClassArchive classes = ClassArchive.of(classPath);
        String name = UUID.randomUUID().toString();
        Process process = new ProcessBuilder(command(directory, ports.registry(), name, classPath, classes))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        EmbeddedRegistry registry = new EmbeddedRegistry(
                process, name, "http://%s:%d/apis/ccompat/v7".formatted(Ports.HOST, ports.registry()), classes);
        try {
            registry.awaitAnswer(log);
            registry.requireBackwardCompatibility();
            return registry;
        } catch (IOException | InterruptedException | RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    /** Where Confluent's serializers reach it. */
    String url() {
        return url;
    }

    /** Id of the child process. */
    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        if (classes.isToBeWritten()) {
            LOG.info(
                    "the schema registry stops; this first time Java keeps its classes for quicker starts, some seconds");
        }
        // By its handle, which leaves its standard input open: at the end of that it would end at once.
        process.toHandle().destroy();
        try {
            if (process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                classes.keep();
            } else {
                process.destroyForcibly();
            }
        } catch (IOException noArchive) {
            LOG.warn("the next start of the schema registry will be no quicker: {}", noArchive.toString());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(
            Path directory, int port, String name, List<Path> classPath, ClassArchive classes) {
        Path database = directory.resolve("schemas").toAbsolutePath();
        // Ctrl-C goes to every process of the terminal; the shell makes the registry deaf to it, so that it outlives
        // the processor, which stops it when it has finished.
        Stream<String> shell = Stream.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "tocsin-registry");
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=160m");
        Stream<String> program = Stream.of(
                "-Dquarkus.http.host=" + Ports.HOST,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.http.header.%s.value=%s".formatted(NAME_HEADER, name),
                "-Dquarkus.datasource.jdbc.url=jdbc:h2:file:" + database,
                "-Dquarkus.datasource.jdbc.initial-size=2",
                "-Dquarkus.datasource.jdbc.min-size=2",
                "-Dquarkus.datasource.jdbc.max-size=8",
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                ChildProcess.class.getName(),
                MAIN_CLASS);
        return Stream.of(shell, java, classes.options().stream(), program)
                .flatMap(options -> options)
                .toList();
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest subjects = HttpRequest.newBuilder(URI.create(url + "/subjects"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            if (process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new OperatorException(
                        "the schema registry ended with code " + process.exitValue() + " as it started; see " + log);
            }
            if (answers(http, subjects)) {
                return;
            }
        }
        throw new OperatorException("the schema registry did not answer at %s within %d s; see %s"
                .formatted(url, START_WITHIN.toSeconds(), log));
    }

    private boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            return answer.statusCode() == 200
                    && answer.headers()
                            .firstValue(NAME_HEADER)
                            .filter(name::equals)
                            .isPresent();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Apicurio's own default is NONE, Confluent's is BACKWARD. */
    private void requireBackwardCompatibility() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/config"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"compatibility\":\"BACKWARD\"}"))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("the schema registry refused compatibility BACKWARD: " + response.body());
        }
    }

    /** The build unpacks the registry beside the processor's jar. */
    private static Path runner() {
        Path home = ownClasses().resolveSibling("registry");
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(f -> f.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> missing(home));
        } catch (IOException e) {
            throw missing(home);
        }
    }

    private static OperatorException missing(Path home) {
        return new OperatorException(
                "no schema registry in " + home + "; build it with ./tocsin --help or mvn package");
    }

    private static Path ownClasses() {
        try {
            return Path.of(EmbeddedRegistry.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path holds a location that is no path", e);
        }
    }
}
