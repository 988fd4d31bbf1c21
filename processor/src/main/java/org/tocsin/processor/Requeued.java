package org.tocsin.processor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.tocsin.schemas.DeadLetterReason;

/**
 * The mark of an article that was put back from the dead letters: a header that lists why it had gone there, one reason
 * each time. A marked article is coded also when its content is known: the stages behind coding have not had it.
 *
 * @param reasons the first time's first; none for an article that was never put back
 */
public record Requeued(List<DeadLetterReason> reasons) {
    /** Name of the header. */
    public static final String HEADER = "tocsin.requeued";

    private static final String SEPARATOR = ",";

    /** What the headers of an article say. */
    public static Requeued of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        return new Requeued(
                header == null
                        ? List.of()
                        : Stream.of(new String(header.value(), StandardCharsets.UTF_8).split(SEPARATOR))
                                .map(Requeued::reason)
                                .toList());
    }

    /** A reason that a later version writes is as good as unknown here. */
    private static DeadLetterReason reason(String name) {
        return Stream.of(DeadLetterReason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElse(DeadLetterReason.UNKNOWN);
    }

    /** After one time more. */
    public Requeued and(DeadLetterReason reason) {
        return new Requeued(Stream.concat(reasons.stream(), Stream.of(reason)).toList());
    }

    /** Writes the mark. */
    public void to(Headers headers) {
        String value = reasons.stream().map(DeadLetterReason::name).collect(Collectors.joining(SEPARATOR));
        headers.remove(HEADER).add(HEADER, value.getBytes(StandardCharsets.UTF_8));
    }

    /** How often it was put back. */
    public int attempts() {
        return reasons.size();
    }
}
