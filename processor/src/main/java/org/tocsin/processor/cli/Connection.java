package org.tocsin.processor.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.processor.stack.EmbeddedStack;
import org.tocsin.processor.stack.KafkaCheck;
import picocli.CommandLine.Option;

/** How a command finds the cluster: a file that names it, or the data directory of a running {@code up}. */
final class Connection {
    static final String DEFAULT_DATA = ".tocsin";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Kafka properties of a cluster, with schema.registry.url and any tocsin.* settings.")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DEFAULT_DATA,
            description = "Data directory of a running ./tocsin up (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(DEFAULT_DATA);

    /** The settings, with which the cluster answers. */
    Settings settings() {
        Settings settings = given();
        KafkaCheck.reach(settings);
        return settings;
    }

    private Settings given() {
        if (config != null) {
            return read(config);
        }
        Path running = data.resolve(EmbeddedStack.CLIENT_FILE);
        if (!Files.exists(running)) {
            throw new OperatorException("no stack runs on " + data + "; start one with ./tocsin up --data " + data
                    + ", or name a cluster with --config FILE");
        }
        return read(running);
    }

    /** The settings in a file. */
    static Settings read(Path file) {
        return settings(properties(file), file.toString());
    }

    /** Settings from properties that came from somewhere, which a mistake is told with. */
    static Settings settings(Properties properties, String from) {
        try {
            return Settings.parse(properties);
        } catch (IllegalArgumentException e) {
            throw OperatorException.usage(from + ": " + e.getMessage(), e);
        }
    }

    static Properties properties(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw OperatorException.usage(file + " cannot be read as Kafka properties: " + e.getMessage(), e);
        }
        return ConfigVariables.resolve(properties, file.toString());
    }
}
