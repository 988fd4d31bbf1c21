package org.tocsin.processor.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.processor.tally.TallyFixture.US_FORCES;
import static org.tocsin.processor.tally.TallyFixture.incident;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tocsin.processor.alert.AlertPolicy;
import org.tocsin.processor.alert.Threshold;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Level;

/**
 * One day of one subject through random revisions, rule changes and restarts: count and alert are at every step what a
 * batch over the incidents that stand gives, each revision is one above the last, and each level is announced once.
 */
class DayCountPropertyTest {
    static {
        AvroSerdes.trustOwnRecords();
    }

    private static final AvroSerdes SERDES = AvroSerdes.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://day-count"));
    private static final LocalDate DAY = LocalDate.parse("2020-09-27");
    private static final DayCount RULE = new DayCount(Duration.ofDays(3));

    /** What happens: an incident comes or is certain no longer, or leaves; the levels change; the task restarts. */
    record Step(Kind kind, int number) {}

    enum Kind {
        CERTAIN,
        POSSIBLE,
        GONE,
        RULES,
        RESTART
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.of(
                                Kind.CERTAIN,
                                Kind.CERTAIN,
                                Kind.CERTAIN,
                                Kind.POSSIBLE,
                                Kind.GONE,
                                Kind.RULES,
                                Kind.RESTART),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Property(tries = 4000)
    void shouldSayAtEveryStepWhatABatchOverTheIncidentsSays(@ForAll("histories") List<Step> history) {
        Map<String, CountedIncident> incidents = new TreeMap<>();
        DayCount.Before state = new DayCount.Before(new TallyRule.Day(US_FORCES, DAY, Optional.empty()), Map.of());
        int low = 2;
        for (Step step : history) {
            switch (step.kind()) {
                case CERTAIN, POSSIBLE -> {
                    CountedIncident.Builder facts = incident("i" + step.number(), DAY.toString());
                    incidents.put(
                            "i" + step.number(),
                            facts.setCertain(step.kind() == Kind.CERTAIN).build());
                }
                case GONE -> incidents.remove("i" + step.number());
                case RULES -> low = step.number();
                case RESTART -> state = readAgain(state);
            }
            DayCount.After after =
                    RULE.recount(state, List.copyOf(incidents.values()), List.of(Threshold.fixed(rule(low))), moment());
            DayCount.Before next = next(state, after);
            check(
                    state,
                    next,
                    after.alerts(),
                    incidents.values().stream()
                            .filter(CountedIncident::getCertain)
                            .count(),
                    low);
            assertThat(next.day().last().map(DailyTally::getPossible).orElse(0)).isEqualTo(incidents.size());
            state = next;
        }
    }

    /** The oracle: above {@code low} an alert stands, above {@code low + 2} it is severe. */
    private static void check(DayCount.Before before, DayCount.Before after, List<Alert> said, long certain, int low) {
        assertThat(after.day().last().map(DailyTally::getCertain).orElse(0)).isEqualTo((int) certain);
        Optional<Alert> old = Optional.ofNullable(before.alerts().get("rule"));
        Optional<Alert> now = Optional.ofNullable(after.alerts().get("rule"));
        Optional<Alert> active = now.filter(AlertPolicy::isActive);
        assertThat(active.isPresent()).isEqualTo(certain > low);
        active.ifPresent(alert -> {
            assertThat(alert.getCount()).isEqualTo((int) certain);
            assertThat(alert.getLevel()).isEqualTo(certain > low + 2 ? "severe" : "high");
        });
        assertThat(said.size()).isLessThanOrEqualTo(1);
        for (Alert alert : said) {
            boolean stood = old.filter(AlertPolicy::isActive).isPresent();
            assertThat(alert.getRevision())
                    .isEqualTo(old.map(Alert::getRevision).orElse(0) + 1);
            assertThat(alert.getKind() == AlertKind.RAISED).isEqualTo(!stood);
            assertThat(alert.getKind() == AlertKind.ESCALATED)
                    .isEqualTo(stood
                            && certain > low + 2
                            && old.orElseThrow().getLevel().equals("high"));
        }
    }

    private static DayCount.Before next(DayCount.Before before, DayCount.After after) {
        Map<String, Alert> alerts = new TreeMap<>(before.alerts());
        after.alerts().forEach(alert -> alerts.put(alert.getRuleId(), alert));
        Optional<DailyTally> last = after.tallies().stream()
                .reduce((older, newer) -> newer)
                .or(() -> before.day().last());
        return new DayCount.Before(new TallyRule.Day(US_FORCES, DAY, last), alerts);
    }

    /** What a restarted task reads: the same records from their bytes. */
    private static DayCount.Before readAgain(DayCount.Before state) {
        var tallies = SERDES.values(DailyTally.class);
        var alerts = SERDES.values(Alert.class);
        Map<String, Alert> read = new TreeMap<>();
        state.alerts()
                .forEach((rule, alert) -> read.put(
                        rule,
                        alerts.deserializer()
                                .deserialize("a", alerts.serializer().serialize("a", alert))));
        Optional<DailyTally> last = state.day().last().map(tally -> tallies.deserializer()
                .deserialize("t", tallies.serializer().serialize("t", tally)));
        return new DayCount.Before(new TallyRule.Day(US_FORCES, DAY, last), read);
    }

    private static AlertRule rule(int low) {
        return AlertRule.newBuilder(Watchlist.SHIPPED_RULE)
                .setId("rule")
                .setVersion(1 + low)
                .setLevels(new ArrayList<>(List.of(new Level("high", low), new Level("severe", low + 2))))
                .build();
    }

    private static Moment moment() {
        return new Moment(Cause.newBuilder().setKind(CauseKind.REPORT).build(), Optional.empty(), List.of());
    }
}
