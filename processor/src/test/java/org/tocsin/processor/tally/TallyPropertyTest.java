package org.tocsin.processor.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.processor.tally.TallyFixture.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Subject;

/**
 * Whatever the order, the duplicates and the revisions: counts and alerts are those that a batch over the newest
 * revisions gives. Each try is a subject of its own in one running task.
 */
class TallyPropertyTest {
    private static final int THRESHOLD = 2;
    private static final TallyFixture TALLY = new TallyFixture(Instant.parse("2020-09-27T15:00:00Z"));
    private static int tries;

    @AfterContainer
    static void stop() {
        TALLY.close();
    }

    /** One revision of an incident; a day below zero: it no longer counts for the subject. */
    record Revision(int incident, int day, boolean certain) {}

    @Provide
    Arbitrary<List<Revision>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(-1, 2),
                        Arbitraries.of(true, true, false))
                .as(Revision::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 1000)
    void shouldAgreeWithABatchOverTheNewestRevisions(
            @ForAll("histories") List<Revision> history, @ForAll Random order) {
        Subject subject = TallyFixture.subject("target-" + tries++);
        List<CountedIncident.Builder> sent = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            sent.add(contribution(history.get(i), i + 1));
            if (order.nextInt(3) == 0) {
                sent.add(sent.get(order.nextInt(sent.size())));
            }
        }
        TALLY.counts.clear();
        TALLY.alerts.clear();
        sent.forEach(facts -> send(subject, facts));

        assertThat(lastCounts()).isEqualTo(batch(history));
        assertThatAlertsTellTheTruth(batch(history));
    }

    private static CountedIncident.Builder contribution(Revision revision, int number) {
        String day = day(Math.max(0, revision.day())).toString();
        CountedIncident.Builder facts = incident("i" + revision.incident(), day).setRevision(number);
        facts.setCertain(revision.certain());
        if (!revision.certain()) {
            LocalDate from = day(Math.max(0, revision.day()));
            facts.setAttackDate(new DateRange(from, from.plusDays(1)));
        }
        return revision.day() < 0 ? facts.setPublishers(-1) : facts;
    }

    private static void send(Subject subject, CountedIncident.Builder facts) {
        CountedIncident incident = facts.build();
        if (incident.getPublishers() < 0) {
            TALLY.withdraw(subject, incident.getIncidentId(), incident.getRevision());
        } else {
            TALLY.report(subject, incident);
        }
    }

    /** certain/possible by day, zero days left out. */
    private static Map<LocalDate, String> batch(List<Revision> history) {
        Map<Integer, Revision> newest = new HashMap<>();
        history.forEach(revision -> newest.put(revision.incident(), revision));
        Map<LocalDate, int[]> counts = new TreeMap<>();
        for (Revision revision : newest.values()) {
            for (int i = 0; revision.day() >= 0 && i < (revision.certain() ? 1 : 2); i++) {
                int[] count = counts.computeIfAbsent(day(revision.day() + i), d -> new int[2]);
                count[0] += revision.certain() ? 1 : 0;
                count[1]++;
            }
        }
        Map<LocalDate, String> text = new TreeMap<>();
        counts.forEach((day, count) -> text.put(day, count[0] + "/" + count[1]));
        return text;
    }

    private static Map<LocalDate, String> lastCounts() {
        Map<LocalDate, String> text = new TreeMap<>();
        for (DailyTally count : TALLY.counts) {
            text.put(count.getDate(), count.getCertain() + "/" + count.getPossible());
        }
        text.values().removeIf("0/0"::equals);
        return text;
    }

    private static void assertThatAlertsTellTheTruth(Map<LocalDate, String> counts) {
        Map<LocalDate, Alert> last = new TreeMap<>();
        for (Alert alert : TALLY.alerts) {
            Alert before = last.put(alert.getDate(), alert);
            boolean wasActive = before != null && before.getKind() != AlertKind.WITHDRAWN;
            assertThat(alert.getRevision()).isEqualTo(before == null ? 1 : before.getRevision() + 1);
            assertThat(alert.getKind() == AlertKind.RAISED).isEqualTo(!wasActive);
            assertThat(alert.getKind() != AlertKind.WITHDRAWN).isEqualTo(alert.getCount() > THRESHOLD);
        }
        last.values().removeIf(alert -> alert.getKind() == AlertKind.WITHDRAWN);
        Map<LocalDate, Integer> raised = new TreeMap<>();
        last.forEach((day, alert) -> raised.put(day, alert.getCount()));
        Map<LocalDate, Integer> expected = new TreeMap<>();
        counts.forEach((day, count) -> expected.put(day, Integer.valueOf(count.substring(0, count.indexOf('/')))));
        expected.values().removeIf(count -> count <= THRESHOLD);
        assertThat(raised).isEqualTo(expected);
    }

    private static LocalDate day(int number) {
        return LocalDate.parse("2020-09-25").plusDays(number);
    }
}
