package org.tocsin.connect.sink;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;
import org.tocsin.schemas.Alert;

/**
 * Reads the contract's own record out of what the converter made of it. Fields go by name: those that a later version
 * added are ignored, those that an earlier one lacked take their default, an enum symbol that is not known here becomes
 * {@code UNKNOWN}.
 */
final class AlertReader {
    static {
        trustRecords();
    }

    private AlertReader() {}

    /** Avro makes instances of classes that a schema names only when they are trusted: the contracts' are. */
    static void trustRecords() {
        String own = Alert.class.getPackageName();
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), type -> type.getPackageName()
                        .equals(own)));
    }

    /**
     * The alert in this record value.
     *
     * @throws DataException when it is none
     */
    static Alert read(@Nullable Object value) {
        if (!(value instanceof Struct struct)) {
            String found = value == null ? "null" : value.getClass().getSimpleName();
            throw new DataException("the value is " + found + "; accepted is an alert as an Avro converter reads it:"
                    + " set value.converter to AvroConverter");
        }
        return (Alert) record(struct, Alert.getClassSchema());
    }

    private static SpecificRecordBase record(Struct struct, Schema schema) {
        SpecificRecordBase read =
                (SpecificRecordBase) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
        for (Schema.Field field : schema.getFields()) {
            @Nullable Field given = struct.schema().field(field.name());
            @Nullable Object value = given == null ? null : struct.get(given);
            read.put(field.pos(), value == null ? absent(field, schema) : present(value, field.schema(), field.name()));
        }
        return read;
    }

    private static @Nullable Object absent(Schema.Field field, Schema owner) {
        if (field.schema().isNullable()) {
            return null;
        }
        try {
            return SpecificData.get().getDefaultValue(field);
        } catch (AvroRuntimeException e) {
            throw new DataException("field " + field.name() + " of " + owner.getName() + " is missing", e);
        }
    }

    private static Object present(Object value, Schema schema, String name) {
        return switch (schema.getType()) {
            case UNION -> present(value, nonNull(schema), name);
            case RECORD -> record((Struct) value, schema);
            case ARRAY ->
                ((List<?>) value)
                        .stream()
                                .map(item -> present(item, schema.getElementType(), name))
                                .toList();
            case ENUM -> symbol(value.toString(), schema, name);
            case INT -> value instanceof Date date ? date(date.toInstant()) : ((Number) value).intValue();
            case LONG -> value instanceof Date date ? date.toInstant() : ((Number) value).longValue();
            case DOUBLE -> ((Number) value).doubleValue();
            case BOOLEAN -> value;
            case STRING -> value.toString();
            default ->
                throw new DataException("field " + name + " has type " + schema.getType() + ", which is not read");
        };
    }

    private static Schema nonNull(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // The class of an Avro enum is known by its schema alone.
    private static Enum<?> symbol(String symbol, Schema schema, String name) {
        Class<? extends Enum> type = (Class<? extends Enum>) SpecificData.get().getClass(schema);
        if (schema.hasEnumSymbol(symbol)) {
            return Enum.valueOf(type, symbol);
        }
        if (schema.getEnumDefault() == null) {
            throw new DataException("field " + name + " is " + symbol + "; accepted are " + schema.getEnumSymbols());
        }
        return Enum.valueOf(type, schema.getEnumDefault());
    }

    /** Connect holds a civil date as midnight UTC. */
    private static LocalDate date(Instant midnight) {
        return LocalDate.ofInstant(midnight, ZoneOffset.UTC);
    }
}
