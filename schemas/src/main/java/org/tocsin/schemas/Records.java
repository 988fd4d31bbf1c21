package org.tocsin.schemas;

import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;

/** Comparing records. */
@NullMarked
public final class Records {
    private Records() {}

    /**
     * True when both say the same. A record's own {@code equals} fails on lists that were read from bytes and hold
     * nullable dates or instants: Avro's list does not know their conversions, the record's model does.
     */
    public static <T extends SpecificRecord> boolean same(T one, T other) {
        return SpecificData.getForClass(one.getClass()).compare(one, other, one.getSchema()) == 0;
    }
}
