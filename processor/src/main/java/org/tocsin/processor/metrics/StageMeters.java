package org.tocsin.processor.metrics;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.coder.Verdict;
import org.tocsin.schemas.PublisherPulse;

/**
 * What the stages say of their work, on the thread that does it and before it is committed; whether and when it counts
 * is the listener's affair. Calls cost less than a microsecond and never throw.
 */
public interface StageMeters {
    /** Nobody counts: replays and tests without a broker. */
    StageMeters NONE = new StageMeters() {};

    /** What became of an article. */
    enum Coding {
        INCIDENT,
        NOT_AN_ATTACK,
        REJECTED,
        /** Its content is that of the version before; it was not coded again. */
        UNCHANGED;

        /** The coder's verdict. */
        public static Coding of(Verdict verdict) {
            if (verdict instanceof Verdict.Incidents) {
                return INCIDENT;
            }
            return verdict instanceof Verdict.Rejected ? REJECTED : NOT_AN_ATTACK;
        }
    }

    /** Runs the coder. */
    default Verdict coding(Supplier<Verdict> coder) {
        return coder.get();
    }

    /** An article went through the code stage. */
    default void article(Coding coding) {}

    /** A record was forwarded to a topic. */
    default void written(SpecificRecord record) {}

    /** A task has processed a record; {@code appendedAt} is when its article came to the articles topic. */
    default void processed(String stage, int partition, Instant appendedAt) {}

    /** The publishers that a code task has heard. */
    default void heard(int partition, List<PublisherPulse> publishers) {}

    /** How many incidents a merge task has in memory. */
    default void indexed(int partition, int incidents) {}

    /** A task leaves this process, or ends with it. */
    default void closed(String stage, int partition) {}
}
