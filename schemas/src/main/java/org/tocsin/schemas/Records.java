package org.tocsin.schemas;

import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;

/** Comparing and copying records. */
@NullMarked
public final class Records {
    /** Avro finds a class's model by reflection, each time it is asked. */
    private static final ClassValue<SpecificData> MODELS = new ClassValue<>() {
        @Override
        protected SpecificData computeValue(Class<?> type) {
            return SpecificData.getForClass(type);
        }
    };

    private Records() {}

    /**
     * True when both say the same. A record's own {@code equals} fails on lists that were read from bytes and hold
     * nullable dates or instants: Avro's list does not know their conversions, the record's model does.
     */
    public static <T extends SpecificRecord> boolean same(T one, T other) {
        return sameBut(one, other, Set.of());
    }

    /** The same, whatever the fields of these names say. */
    public static <T extends SpecificRecord> boolean sameBut(T one, T other, Set<String> ignored) {
        if (one == other) {
            return true;
        }
        SpecificData model = MODELS.get(one.getClass());
        for (Schema.Field field : one.getSchema().getFields()) {
            Object ours = one.get(field.pos());
            Object theirs = other.get(field.pos());
            if (ours != theirs && !ignored.contains(field.name()) && model.compare(ours, theirs, field.schema()) != 0) {
                return false;
            }
        }
        return true;
    }

    /** A record that says the same but in one field. Unlike a builder's, the copy shares all other values. */
    @SuppressWarnings("unchecked") // A new instance of the record's own class.
    public static <T extends SpecificRecord> T with(T record, String field, Object value) {
        T copy = (T) SpecificData.newInstance(record.getClass(), record.getSchema());
        for (Schema.Field each : record.getSchema().getFields()) {
            copy.put(each.pos(), each.name().equals(field) ? value : record.get(each.pos()));
        }
        return copy;
    }
}
