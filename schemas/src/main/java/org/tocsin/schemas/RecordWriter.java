package org.tocsin.schemas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of one schema byte for byte as Avro's own writer does. How is laid out once; Avro's writer asks the
 * schema again for each value of each record, which takes several times as long. The coders that Avro generates would do the
 * same, but it generates none for records with dates or instants, which all messages have. Of unions it knows only "nothing or a
 * value", of logical types only dates and instants in milliseconds: what this module's schemas use.
 *
 * <p>Immutable.
 */
@NullMarked
final class RecordWriter {
    /** How a value of one part of the schema is written. */
    private interface Step {
        void write(@Nullable Object value, Encoder out) throws IOException;
    }

    private final Step record;

    /** @throws IllegalArgumentException when the schema has something else than this module's have */
    RecordWriter(Schema schema) {
        record = record(schema, new HashMap<>());
    }

    /** Writes the record; the encoder is flushed by the caller. */
    void write(SpecificRecord value, Encoder out) throws IOException {
        record.write(value, out);
    }

    private static Step step(Schema schema, Map<String, Step> records) {
        LogicalType logical = schema.getLogicalType();
        if (logical != null) {
            return logical(logical);
        }
        return switch (schema.getType()) {
            case RECORD -> record(schema, records);
            case ENUM -> RecordWriter::symbol;
            case ARRAY -> array(step(schema.getElementType(), records));
            case MAP -> map(step(schema.getValueType(), records));
            case UNION -> nullable(schema.getTypes(), records);
            case STRING -> (value, out) -> out.writeString(given(value, String.class));
            case BYTES -> (value, out) -> out.writeBytes(given(value, ByteBuffer.class));
            case INT -> (value, out) -> out.writeInt(given(value, Integer.class));
            case LONG -> (value, out) -> out.writeLong(given(value, Long.class));
            case FLOAT -> (value, out) -> out.writeFloat(given(value, Float.class));
            case DOUBLE -> (value, out) -> out.writeDouble(given(value, Double.class));
            case BOOLEAN -> (value, out) -> out.writeBoolean(given(value, Boolean.class));
            default -> throw unknown(schema);
        };
    }

    @SuppressWarnings("EnumOrdinal") // Generated from the schema, in its order.
    private static void symbol(@Nullable Object value, Encoder out) throws IOException {
        out.writeEnum(given(value, Enum.class).ordinal());
    }

    private static Step logical(LogicalType type) {
        if (type instanceof LogicalTypes.Date) {
            return (value, out) ->
                    out.writeInt(Math.toIntExact(given(value, LocalDate.class).toEpochDay()));
        } else if (type instanceof LogicalTypes.TimestampMillis) {
            return (value, out) -> out.writeLong(given(value, Instant.class).toEpochMilli());
        }
        throw unknown(type.getName());
    }

    /** A type that holds itself finds its own step among those that have begun. */
    private static Step record(Schema schema, Map<String, Step> records) {
        Step known = records.get(schema.getFullName());
        if (known != null) {
            return known;
        }
        Step[] fields = new Step[schema.getFields().size()];
        Step record = (value, out) -> {
            SpecificRecord of = given(value, SpecificRecord.class);
            for (int i = 0; i < fields.length; i++) {
                fields[i].write(of.get(i), out);
            }
        };
        records.put(schema.getFullName(), record);
        for (Schema.Field field : schema.getFields()) {
            fields[field.pos()] = step(field.schema(), records);
        }
        return record;
    }

    private static Step array(Step items) {
        return (value, out) -> {
            Collection<?> all = given(value, Collection.class);
            out.writeArrayStart();
            out.setItemCount(all.size());
            for (Object item : all) {
                out.startItem();
                items.write(item, out);
            }
            out.writeArrayEnd();
        };
    }

    private static Step map(Step values) {
        return (value, out) -> {
            Map<?, ?> all = given(value, Map.class);
            out.writeMapStart();
            out.setItemCount(all.size());
            for (Map.Entry<?, ?> entry : all.entrySet()) {
                out.startItem();
                out.writeString(given(entry.getKey(), String.class));
                values.write(entry.getValue(), out);
            }
            out.writeMapEnd();
        };
    }

    private static Step nullable(List<Schema> types, Map<String, Step> records) {
        int none = types.get(0).getType() == Schema.Type.NULL ? 0 : 1;
        if (types.size() != 2 || types.get(none).getType() != Schema.Type.NULL) {
            throw unknown(types);
        }
        Step some = step(types.get(1 - none), records);
        return (value, out) -> {
            out.writeIndex(value == null ? none : 1 - none);
            if (value != null) {
                some.write(value, out);
            }
        };
    }

    private static <T> T given(@Nullable Object value, Class<T> type) {
        return type.cast(Objects.requireNonNull(value, type.getSimpleName()));
    }

    private static IllegalArgumentException unknown(Object what) {
        return new IllegalArgumentException("records with " + what + " are not written here; add how");
    }
}
