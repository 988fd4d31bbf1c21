package org.tocsin.processor.merge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.IncidentReport;

/** A toll: newer figures win, because the dead are counted for days. */
final class CountVote {
    private CountVote() {}

    static Optional<CountRange> of(List<Voice> voices, Function<IncidentReport, Optional<CountRange>> field) {
        return voices.stream()
                .flatMap(v -> v.reports().stream())
                .sorted(Voice.BY_TIME.reversed())
                .map(field)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** How many publishers' newest figure this is. */
    static int support(
            List<Voice> voices, Function<IncidentReport, Optional<CountRange>> field, Optional<CountRange> fused) {
        return fused.isEmpty()
                ? 0
                : voices.stream()
                        .filter(v -> v.newest(field).equals(fused))
                        .mapToInt(Voice::weight)
                        .sum();
    }
}
