package org.tocsin.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Every schema of this module, by the name of its file without the suffix. */
final class OwnSchemas {
    private OwnSchemas() {}

    static Map<String, Schema> all() throws IOException {
        Map<String, Schema> schemas = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "avro"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".avsc")).sorted().toList()) {
                String name = file.getFileName().toString().replace(".avsc", "");
                schemas.put(name, ofClass(name));
            }
        }
        return schemas;
    }

    /** As the generated class has it: whole, with all the types that it names. */
    private static Schema ofClass(String name) {
        try {
            return SpecificData.get().getSchema(Class.forName(OwnSchemas.class.getPackageName() + "." + name));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("file " + name + ".avsc holds a type of another name", e);
        }
    }
}
