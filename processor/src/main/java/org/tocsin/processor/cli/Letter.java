package org.tocsin.processor.cli;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.tocsin.schemas.DeadLetter;

/**
 * A dead letter in its topic.
 *
 * @param id its place: partition and offset, {@code 0-17}
 * @param at when it was written
 * @param letter what it says
 * @param requeuedAt when its article was put back
 */
record Letter(String id, Instant at, DeadLetter letter, Optional<Instant> requeuedAt) {
    static String id(int partition, long offset) {
        return partition + "-" + offset;
    }

    /** The value as it was, when all of it was kept. */
    Optional<byte[]> wholePayload() {
        return letter.getPayload()
                .filter(bytes -> bytes.remaining() == letter.getPayloadBytes())
                .map(Letter::bytes);
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** Where the record is that it was written for, or {@code file:line}. */
    String origin() {
        return letter.getOrigin()
                .map(origin -> origin.getTopic() + "/" + origin.getPartition() + "@" + origin.getOffset())
                .orElseGet(() -> letter.getFile().orElse("unknown")
                        + letter.getLine().map(line -> ":" + line).orElse(""));
    }
}
