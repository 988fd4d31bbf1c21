package org.tocsin.connect.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * How records of one schema become rows. A record inside a record becomes columns named after both; a list, and what it
 * holds, one column of JSON text. Names change from camelCase to snake_case.
 *
 * @param schema of the rows
 * @param columns in the order of the schema
 */
record RowPlan(Schema schema, List<Column> columns) {

    /** A column and the way to its value. */
    record Column(String name, List<Field> path, boolean json) {

        /** The value in this record; null when it, or a record on the way, is absent. */
        @Nullable
        Object value(Struct record) {
            @Nullable Object value = record;
            for (Field step : path) {
                if (value == null) {
                    return null;
                }
                value = ((Struct) value).get(step);
            }
            Schema type = path.get(path.size() - 1).schema();
            return json && value != null ? PlainJson.text(type, value) : value;
        }
    }

    /**
     * The plan for records of this schema.
     *
     * @throws org.apache.kafka.connect.errors.SchemaBuilderException when two fields would become one column
     */
    static RowPlan of(Schema source) {
        List<Column> columns = new ArrayList<>();
        SchemaBuilder row = SchemaBuilder.struct().name(source.name() == null ? "Row" : source.name() + "Row");
        collect(source, List.of(), false, columns, row);
        return new RowPlan(row.build(), List.copyOf(columns));
    }

    /** The record as a row. */
    Struct row(Struct record) {
        Struct row = new Struct(schema);
        columns.forEach(column -> row.put(column.name(), column.value(record)));
        return row;
    }

    private static void collect(
            Schema source, List<Field> way, boolean optional, List<Column> columns, SchemaBuilder row) {
        for (Field field : source.fields()) {
            List<Field> path = new ArrayList<>(way);
            path.add(field);
            boolean mayMiss = optional || field.schema().isOptional();
            if (field.schema().type() == Schema.Type.STRUCT) {
                collect(field.schema(), path, mayMiss, columns, row);
                continue;
            }
            boolean json =
                    field.schema().type() == Schema.Type.ARRAY || field.schema().type() == Schema.Type.MAP;
            Column column = new Column(name(path), List.copyOf(path), json);
            columns.add(column);
            row.field(column.name(), type(field.schema(), json, mayMiss));
        }
    }

    /** Without documentation, defaults and enum parameters: a table has no use for them. */
    private static Schema type(Schema source, boolean json, boolean optional) {
        SchemaBuilder type = new SchemaBuilder(json ? Schema.Type.STRING : source.type());
        if (!json && source.name() != null && source.type() != Schema.Type.STRING) {
            type.name(source.name());
            if (source.version() != null) {
                type.version(source.version());
            }
            if (source.parameters() != null) {
                type.parameters(source.parameters());
            }
        }
        return optional ? type.optional().build() : type.build();
    }

    private static String name(List<Field> path) {
        return String.join(
                "_", path.stream().map(Field::name).map(RowPlan::snakeCase).toList());
    }

    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
