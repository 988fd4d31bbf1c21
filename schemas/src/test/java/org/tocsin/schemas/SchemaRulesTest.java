package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaRulesTest {
    @Test
    void shouldExplainEveryTypeAndField() throws IOException {
        List<String> unexplained = new ArrayList<>();
        OwnSchemas.all().forEach((name, schema) -> {
            if (isBlank(schema.getDoc())) {
                unexplained.add(name);
            }
            if (schema.getType() == Schema.Type.RECORD) {
                schema.getFields().stream()
                        .filter(f -> isBlank(f.doc()))
                        .forEach(f -> unexplained.add(name + "." + f.name()));
            }
        });
        assertThat(unexplained).isEmpty();
    }

    @Test
    void shouldLetEveryEnumGrow() throws IOException {
        Map<String, Schema> all = OwnSchemas.all();
        assertThat(all.values().stream().filter(s -> s.getType() == Schema.Type.ENUM))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.getEnumDefault()).as(s.getName()).isNotNull());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
