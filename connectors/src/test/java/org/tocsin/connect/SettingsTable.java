package org.tocsin.connect;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.types.Password;

/** A connector's settings as a table in Markdown, one row a setting, in the order of their definition. */
final class SettingsTable {
    private static final String HEAD =
            """
            | setting | type | default | accepted | importance | what it does |
            |---|---|---|---|---|---|
            """;

    private SettingsTable() {}

    static String of(ConfigDef definition) {
        StringBuilder table = new StringBuilder(HEAD);
        for (ConfigKey key : definition.configKeys().values()) {
            List<String> cells = List.of(
                    "`" + key.name + "`",
                    word(key.type),
                    standard(key),
                    key.validator == null ? "" : escaped(key.validator.toString()),
                    word(key.importance),
                    escaped(key.documentation));
            table.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        return table.toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String standard(ConfigKey key) {
        if (!key.hasDefault()) {
            return "*required*";
        }
        Object value = key.defaultValue;
        if (value == null || value instanceof Password) {
            return "none";
        }
        String text = value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(","))
                : value.toString();
        return text.isEmpty() ? "none" : "`" + escaped(text) + "`";
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
