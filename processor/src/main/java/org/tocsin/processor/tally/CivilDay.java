package org.tocsin.processor.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DateRange;

/** Civil days: which an incident stands on, and when one closes. */
public final class CivilDay {
    private CivilDay() {}

    /** The days on which an incident stands: those of its range, or that of its first report when it is undated. */
    public static List<LocalDate> of(CountedIncident incident) {
        return incident.getAttackDate()
                .map(CivilDay::days)
                .orElseGet(() -> List.of(incident.getFirstReportedAt()
                        .atZone(ZoneId.of(incident.getZone()))
                        .toLocalDate()));
    }

    /** The day's last zone among its incidents: the one where it ends last. */
    public static ZoneId lastZone(LocalDate date, Collection<CountedIncident> incidents, ZoneId otherwise) {
        ZoneId last = null;
        for (CountedIncident incident : incidents) {
            ZoneId zone = ZoneId.of(incident.getZone());
            last = last == null || midnight(date, zone).isAfter(midnight(date, last)) ? zone : last;
        }
        return last == null ? otherwise : last;
    }

    /** When the day begins in the zone. */
    static Instant beginsAt(LocalDate date, ZoneId zone) {
        return midnight(date.minusDays(1), zone);
    }

    /** When the day closes: its midnight in the zone plus grace. A day of 23 or 25 hours ends at its own midnight. */
    public static Instant closesAt(LocalDate date, ZoneId zone, Duration grace) {
        return midnight(date, zone).plus(grace);
    }

    private static Instant midnight(LocalDate date, ZoneId zone) {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static List<LocalDate> days(DateRange range) {
        return range.getEarliest().datesUntil(range.getLatest().plusDays(1)).toList();
    }
}
