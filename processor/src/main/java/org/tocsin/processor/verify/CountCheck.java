package org.tocsin.processor.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.processor.tally.Bounded;
import org.tocsin.processor.tally.CivilDay;
import org.tocsin.processor.tally.Moment;
import org.tocsin.processor.tally.TallyRule;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Records;

/** Compares a published count with the one that the incidents make. */
record CountCheck(Duration grace) {
    /** The first place on earth where a day ends. */
    private static final ZoneId FIRST = ZoneOffset.ofHours(14);

    /** What differs, one line each. */
    List<String> of(DailyTally published, List<CountedIncident> incidents) {
        Moment moment = new Moment(published.getCause(), published.getCompleteThrough(), List.of());
        ZoneId zone = CivilDay.lastZone(published.getDate(), incidents, ZoneId.of(published.getZone()));
        DailyTally computed = TallyRule.count(
                new TallyRule.Day(published.getSubject(), published.getDate(), Optional.empty()),
                incidents,
                zone,
                published.getClosed(),
                published.getWouldHaveRaised(),
                moment);
        List<String> found = new ArrayList<>();
        compare(found, "certain", computed.getCertain(), published.getCertain());
        compare(found, "possible", computed.getPossible(), published.getPossible());
        compare(found, "undated", computed.getUndated(), published.getUndated());
        compare(found, "incidents", computed.getIncidentCount(), published.getIncidentCount());
        compare(found, "zone", computed.getZone(), published.getZone());
        if (!Records.same(computed.getKilled(), published.getKilled())) {
            compare(found, "killed", computed.getKilled(), published.getKilled());
        }
        if (!Records.same(computed.getInjured(), published.getInjured())) {
            compare(found, "injured", computed.getInjured(), published.getInjured());
        }
        if (!Bounded.sameFacts(computed.getIncidents(), published.getIncidents())) {
            found.add("the count lists other incidents, or other facts of them, than the incidents topic");
        }
        closedTooEarly(published).ifPresent(found::add);
        return found;
    }

    /** Nowhere on earth was the day over, and its grace, when it was closed. */
    private Optional<String> closedTooEarly(DailyTally published) {
        Instant earliest = CivilDay.closesAt(published.getDate(), FIRST, grace);
        return published.getClosed()
                        && published
                                .getCompleteThrough()
                                .filter(earliest::isAfter)
                                .isPresent()
                ? Optional.of("closed, though news is complete only through "
                        + published.getCompleteThrough().get())
                : Optional.empty();
    }

    private static void compare(List<String> found, String what, Object computed, Object published) {
        if (!computed.equals(published)) {
            found.add(what + ": published " + published + ", the incidents make " + computed);
        }
    }
}
