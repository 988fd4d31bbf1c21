package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever a released version wrote, today's schemas read. A release is frozen by
 * {@code mvn -pl schemas -am test -Dtest=ReleasedSchemasTest -Dsurefire.failIfNoSpecifiedTests=false -Dfreeze=v1}.
 */
class ReleasedSchemasTest {
    private static final Path RELEASED = Path.of("src", "test", "resources", "released");

    @BeforeAll
    static void freezeWhenAsked() throws IOException {
        String version = System.getProperty("freeze");
        if (version != null) {
            freeze(RELEASED.resolve(version));
        }
    }

    @TestFactory
    List<DynamicTest> shouldReadWhatEachReleaseWrote() throws IOException {
        Map<String, Schema> current = OwnSchemas.all();
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(RELEASED.relativize(file).toString(), () -> {
                    Schema writer = new Schema.Parser().parse(file.toFile());
                    assertThat(current).containsKey(writer.getName());
                    Schema reader = current.get(writer.getName());
                    var found = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
                    assertThat(found.getType())
                            .as(found.getDescription())
                            .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
                }))
                .toList();
    }

    @Test
    void shouldKeepEveryTopicsSchemaOfTheFirstRelease() throws IOException {
        List<String> kept = files().stream()
                .filter(f -> f.startsWith(RELEASED.resolve("v1")))
                .map(f -> f.getFileName().toString())
                .toList();
        assertThat(kept)
                .containsAll(Topics.ALL.stream()
                        .map(t -> t.type().getSimpleName() + ".avsc")
                        .toList());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files.filter(f -> f.toString().endsWith(".avsc")).sorted().toList();
        }
    }

    private static void freeze(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, Schema> schema : OwnSchemas.all().entrySet()) {
            if (schema.getValue().getType() == Schema.Type.RECORD) {
                Files.writeString(
                        directory.resolve(schema.getKey() + ".avsc"),
                        SchemaFormatter.format("json/pretty", schema.getValue()) + "\n");
            }
        }
    }
}
