package org.tocsin.processor.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.coder.fingerprint.FingerprintReader;
import org.tocsin.coder.fingerprint.Sketch;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.Term;

/** The words, names and sketches of many reports as those of one. */
final class Centroid {
    /** Most sketches kept: texts beyond them are copies of one of these as a rule. */
    private static final int SKETCHES = 8;

    private Centroid() {}

    /** The mean of the reports' words, each report scaled to length 1, the heaviest first; of length 1 before the cut. */
    static List<Term> terms(List<IncidentReport> reports) {
        Sparse mean = Sparse.sum(reports.stream().map(IncidentReport::getTerms).toList());
        List<Term> heaviest = new ArrayList<>();
        for (int i : mean.heaviest(FingerprintReader.MAX_TERMS)) {
            heaviest.add(new Term(mean.hash(i), mean.weight(i)));
        }
        return heaviest;
    }

    /** The names, those in most reports first, of equals in the order they came. */
    static List<String> names(List<IncidentReport> reports) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        reports.forEach(r -> r.getNames().forEach(n -> counts.merge(n, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(FingerprintReader.MAX_NAMES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Sketches of texts that are no copies of each other. */
    static List<List<Long>> sketches(List<IncidentReport> reports) {
        List<List<Long>> kept = new ArrayList<>();
        List<long[]> compared = new ArrayList<>();
        for (IncidentReport report : reports) {
            long[] sketch = Sketch.longs(report.getSignature());
            if (sketch.length > 0
                    && compared.stream().noneMatch(other -> Sketch.similarity(other, sketch) >= Voice.COPY)) {
                kept.add(report.getSignature());
                compared.add(sketch);
            }
            if (kept.size() == SKETCHES) {
                break;
            }
        }
        return kept;
    }
}
