package org.tocsin.processor.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.Records;

/** Long lists of incidents, kept short enough for a record: the first 20 and the latest 80. */
public final class Bounded {
    private static final int FIRST = 20;
    private static final int LATEST = 80;
    private static final Set<String> NO_FACTS = Set.of("revision", "reportCount");

    private Bounded() {}

    /** The first 20 and the latest 80 of a list in order of first report. */
    public static <T> List<T> of(List<T> all) {
        if (all.size() <= FIRST + LATEST) {
            return List.copyOf(all);
        }
        List<T> kept = new ArrayList<>(all.subList(0, FIRST));
        kept.addAll(all.subList(all.size() - LATEST, all.size()));
        return kept;
    }

    /** True when both tell the same of the same incidents, whatever their revisions and numbers of reports. */
    public static boolean sameFacts(List<CountedIncident> a, List<CountedIncident> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!Records.sameBut(a.get(i), b.get(i), NO_FACTS)) {
                return false;
            }
        }
        return true;
    }
}
