package org.tocsin.processor.merge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.IncidentReport;

/**
 * A toll: newer figures win, because the dead are counted for days. A lower one wins only when more publishers stand by
 * it: late articles often name one victim of several. A publisher stands by its newest figure.
 */
final class CountVote {
    private CountVote() {}

    static Optional<CountRange> of(List<Voice> voices, Function<IncidentReport, Optional<CountRange>> field) {
        Map<CountRange, Integer> standing = new HashMap<>();
        voices.forEach(v -> v.newest(field).ifPresent(said -> standing.merge(said, v.weight(), Integer::sum)));
        return voices.stream()
                .flatMap(v -> v.reports().stream())
                .sorted(Voice.BY_TIME)
                .map(field)
                .flatMap(Optional::stream)
                .filter(standing::containsKey)
                .reduce((older, newer) -> wins(newer, older, standing) ? newer : older);
    }

    private static boolean wins(CountRange newer, CountRange older, Map<CountRange, Integer> standing) {
        return least(newer) > least(older) || support(newer, standing) > support(older, standing);
    }

    private static int least(CountRange count) {
        return count.getMin().orElse(0);
    }

    private static int support(CountRange count, Map<CountRange, Integer> standing) {
        return standing.getOrDefault(count, 0);
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
