package org.tocsin.processor.tally;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tocsin.schemas.Contribution;
import org.tocsin.schemas.CountedIncident;

/**
 * On which days of a subject an incident counted and counts.
 *
 * @param contribution what is new of the incident
 * @param before the days on which it stood
 * @param all the days that it is of now
 * @param held those of them that are still held
 */
record Standing(Contribution contribution, List<LocalDate> before, List<LocalDate> all, List<LocalDate> held) {
    static Standing of(Contribution contribution, List<LocalDate> before, Predicate<LocalDate> isTooOld) {
        List<LocalDate> all = TallyStores.days(contribution);
        return new Standing(
                contribution,
                before,
                all,
                all.stream().filter(isTooOld.negate()).toList());
    }

    String incidentId() {
        return contribution.getIncidentId();
    }

    /**
     * The days to count again. An incident that turns out to be of a day that is no longer held still leaves the day where
     * it stood, but news of it changes nothing on such a day where it stays.
     */
    Set<LocalDate> touched() {
        Set<LocalDate> touched = new TreeSet<>(before);
        touched.removeAll(all);
        touched.addAll(held);
        return touched;
    }

    /** The incident as it counts on that day, if it does. */
    Optional<CountedIncident> on(LocalDate day) {
        return contribution.getIncident().filter(incident -> held.contains(day));
    }

    boolean isPartlyTooOld() {
        return held.size() < all.size();
    }

    /** What its days' cells do not tell: that it stands elsewhere than before, or nowhere. */
    boolean isMoved() {
        return held.isEmpty() || isPartlyTooOld() || !all.equals(before);
    }
}
