package org.tocsin.processor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.tocsin.processor.Settings;

/** One command as a user calls it, without a terminal, and what came of it. */
record Call(int exitCode, String out, String err) {

    static Call of(String... arguments) {
        return withInput("", arguments);
    }

    static Call withInput(String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err, true),
                false,
                false);
        int code = Main.run(console, arguments);
        return new Call(code, out.toString(), err.toString());
    }

    /** A console that nobody watches. */
    static Console console() {
        return new Console(
                InputStream.nullInputStream(),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                false,
                false);
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    /** The settings as the file that a user would write. */
    static String configFile(Path directory, Settings settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        properties.put("tocsin.topic.prefix", settings.topicPrefix());
        Path file = directory.resolve("tocsin.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file.toString();
    }
}
