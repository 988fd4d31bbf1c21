package org.tocsin.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

/**
 * README.md shows the settings as they are defined. A table stands between
 * {@code <!-- settings: CLASS -->} and {@code <!-- end -->}; the class has a {@code config()} method. Run with
 * {@code -Dtocsin.readme.write=true} to write the tables anew.
 */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern TABLE =
            Pattern.compile("(<!-- settings: ([\\w.$]+) -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL);

    @Test
    void shouldShowTheSettingsAsDefined() throws IOException {
        String readme = Files.readString(README);

        String current = TABLE.matcher(readme)
                .replaceAll(table -> Matcher.quoteReplacement(
                        table.group(1) + "\n" + SettingsTable.of(definition(table.group(2))) + "\n" + table.group(4)));

        if (Boolean.getBoolean("tocsin.readme.write")) {
            Files.writeString(README, current);
        }
        assertThat(readme).isEqualTo(current);
    }

    @Test
    void shouldHaveATableForEachPlugin() throws IOException {
        String readme = Files.readString(README);
        List<String> shown =
                TABLE.matcher(readme).results().map(table -> table.group(2)).toList();

        assertThat(shown).containsAll(plugins());
    }

    private static List<String> plugins() throws IOException {
        Path services = Path.of("src/main/resources/META-INF/services");
        if (!Files.isDirectory(services)) {
            return List.of();
        }
        try (var files = Files.list(services)) {
            return files.flatMap(file -> lines(file).stream()).toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConfigDef definition(String type) {
        try {
            Class<?> plugin = Class.forName(type);
            Object instance = plugin.getDeclaredConstructor().newInstance();
            return (ConfigDef) plugin.getMethod("config").invoke(instance);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("README.md names " + type + ", which has no settings to show", e);
        }
    }
}
