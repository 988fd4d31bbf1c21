package org.tocsin.processor.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.Settings;

/**
 * One real broker and registry for all tests of a JVM. Each test takes settings of its own, whose topic prefix and
 * application id no other test has.
 */
public final class TestStack {
    private static final AtomicInteger INSTALLATIONS = new AtomicInteger();
    private static @Nullable EmbeddedStack shared;

    private TestStack() {}

    /** Started at first use, stopped with the JVM. */
    public static synchronized EmbeddedStack shared() {
        if (shared == null) {
            Path data = temporary("shared");
            EmbeddedStack started = EmbeddedStack.start(data);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                started.close();
                delete(data);
            }));
            shared = started;
        }
        return shared;
    }

    /** Settings of an installation of its own on the shared stack, with these settings more. */
    public static Settings installation(Map<String, ?> more) {
        int number = INSTALLATIONS.incrementAndGet();
        Map<String, Object> settings = new LinkedHashMap<>();
        shared().clientProperties().forEach((k, v) -> settings.put(k.toString(), v));
        settings.put("tocsin.topic.prefix", "test" + number + ".");
        settings.put("application.id", "test" + number);
        settings.put("state.dir", temporary("state").toString());
        settings.putAll(more);
        return Settings.of(settings);
    }

    static Path temporary(String name) {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "tocsin-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException leftForClean) {
            // It lies under target/.
        }
    }
}
