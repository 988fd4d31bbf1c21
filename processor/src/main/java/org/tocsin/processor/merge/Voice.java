package org.tocsin.processor.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tocsin.coder.fingerprint.Sketch;
import org.tocsin.schemas.IncidentReport;

/**
 * An independent publisher: all reports of one publisher are one voice, and so are copies of one text whoever prints
 * them.
 *
 * @param weight how many publishers speak through it: 1, or those behind a summary of reports that are no longer kept
 * @param reports at least one, by event time
 */
record Voice(String publisher, int weight, List<IncidentReport> reports) {
    /** Share of the sketch from which on two texts are one: an agency's text with another head and foot. */
    static final double COPY = 0.6;

    /** By event time, then id: the order in which reports count, however they came in. */
    static final Comparator<IncidentReport> BY_TIME =
            Comparator.comparing(IncidentReport::getEventTime).thenComparing(IncidentReport::getReportId);

    IncidentReport first() {
        return reports.get(0);
    }

    /** What its newest report that says anything about it says. */
    <T> Optional<T> newest(Function<IncidentReport, Optional<T>> field) {
        for (int i = reports.size() - 1; i >= 0; i--) {
            Optional<T> value = field.apply(reports.get(i));
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** What its first report that says anything about it says. */
    <T> Optional<T> first(Function<IncidentReport, Optional<T>> field) {
        return reports.stream().map(field).flatMap(Optional::stream).findFirst();
    }

    /** A summary of reports that are no longer kept, spoken by so many. */
    static Voice summary(IncidentReport base, int voices) {
        return new Voice(Publisher.of(base), voices, List.of(base));
    }

    /** The voices of these reports, ordered by their first report. */
    static List<Voice> of(List<IncidentReport> reports) {
        List<Voice> voices = new ArrayList<>();
        Map<String, Voice> byPublisher = new HashMap<>();
        List<long[]> sketches = new ArrayList<>();
        List<Voice> sketched = new ArrayList<>();
        for (IncidentReport report : reports.stream().sorted(BY_TIME).toList()) {
            long[] sketch = Sketch.longs(report.getSignature());
            String publisher = Publisher.of(report);
            Voice voice = byPublisher.get(publisher);
            for (int i = 0; voice == null && i < sketches.size(); i++) {
                voice = Sketch.similarity(sketches.get(i), sketch) >= COPY ? sketched.get(i) : null;
            }
            if (voice == null) {
                voice = new Voice(publisher, 1, new ArrayList<>());
                voices.add(voice);
            }
            voice.reports.add(report);
            byPublisher.putIfAbsent(publisher, voice);
            sketches.add(sketch);
            sketched.add(voice);
        }
        return voices;
    }
}
