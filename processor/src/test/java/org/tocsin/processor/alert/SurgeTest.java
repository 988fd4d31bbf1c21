package org.tocsin.processor.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.tally.Moment;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.Level;
import org.tocsin.schemas.RuleKind;
import org.tocsin.schemas.Stage;
import org.tocsin.schemas.Subject;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.SurgeLevel;

class SurgeTest {
    private static final LocalDate DAY = LocalDate.parse("2024-03-31");
    private static final AlertRule RULE = AlertRule.newBuilder(Watchlist.SHIPPED_RULE)
            .setKind(RuleKind.SURGE)
            .setLevels(List.of())
            .build();

    @Test
    void shouldGiveThePoissonTailWhereTheBaselineIsNotOverdispersed() {
        // 1 - e^-1 * (1 + 1 + 1/2), by hand.
        assertThat(Surge.atLeast(3, 1, 0)).isCloseTo(0.0803, within(0.0001));
    }

    @Test
    void shouldMakeManyLessSurprisingWhenTheBaselineVariesMore() {
        assertThat(Surge.atLeast(5, 1, 3)).isGreaterThan(Surge.atLeast(5, 1, 1));
    }

    @Test
    void shouldExpectTheFloorAfterFourQuietWeeks() {
        Surge.History quiet = new Surge.History(day -> List.of(), day -> true);

        Threshold threshold = Surge.threshold(RULE, SubjectKind.TARGET, DAY, 0, quiet);

        assertThat(threshold.surge()).isNotNull();
        assertThat(threshold.exceededBy(1)).isEmpty();
        // Poisson with mean 0.5: five or more in a day have a probability of 0.00017, four of 0.0018.
        assertThat(threshold.exceededBy(4)).isEmpty();
        assertThat(threshold.exceededBy(5)).isPresent();
    }

    @Test
    void shouldGiveTheTailOfTheNegativeBinomial() {
        // Mean 2 and variance 4: two successes at a half each; 1 - (1/4 + 2/8 + 3/16), by hand.
        assertThat(Surge.atLeast(3, 2, 4)).isCloseTo(0.3125, within(1e-9));
    }

    @Test
    void shouldGiveNearlyThePoissonTailWhenTheVarianceIsARoundingErrorAboveTheMean() {
        double mean = 1 / 28.0;

        assertThat(Surge.atLeast(3, mean, Math.nextUp(mean))).isCloseTo(Surge.atLeast(3, mean, 0), within(1e-9));
    }

    @Test
    void shouldSayHowUnlikelyTheDayIs() {
        Surge.History quiet = new Surge.History(day -> List.of(), day -> true);

        assertThat(Surge.threshold(RULE, SubjectKind.TARGET, DAY, 6, quiet).surge())
                .satisfies(surge -> assertThat(surge.getProbability())
                        .isEqualTo(Surge.atLeast(6, 0.5, 0))
                        .isLessThan(Surge.atLeast(5, 0.5, 0)));
    }

    @Test
    void shouldKeepWhatItExpectedWhenItWasRaised() {
        Threshold then = new Threshold(RULE, List.of(new Level("surge", 4)), new SurgeLevel(0.5, 0.0002, 28));
        Threshold later = new Threshold(RULE, List.of(new Level("surge", 9)), new SurgeLevel(3.0, 0.0009, 28));
        Alert raised = judge(then, 5, Optional.empty()).orElseThrow();

        Alert revised = judge(later, 6, Optional.of(raised)).orElseThrow();

        assertThat(raised.getKind()).isEqualTo(AlertKind.RAISED);
        assertThat(revised.getKind()).isEqualTo(AlertKind.REVISED);
        assertThat(revised.getThreshold()).isEqualTo(4);
        assertThat(revised.getSurge()).isEqualTo(raised.getSurge());
    }

    private static Optional<Alert> judge(Threshold threshold, int count, Optional<Alert> before) {
        List<CountedIncident> counted = IntStream.range(0, count)
                .mapToObj(i -> CountedIncident.newBuilder()
                        .setIncidentId("i" + i)
                        .setRevision(1)
                        .setZone("UTC")
                        .setFirstReportedAt(Instant.EPOCH)
                        .setCertain(true)
                        .setConfidence(1)
                        .setPublishers(1)
                        .setAttackType(AttackType.UNKNOWN)
                        .setStage(Stage.ACCOMPLISHED)
                        .build())
                .toList();
        Subject subject = Subject.newBuilder()
                .setKind(SubjectKind.TARGET)
                .setId("t")
                .setName("t")
                .build();
        AlertPolicy.Day day = new AlertPolicy.Day(subject, DAY, "UTC", Instant.EPOCH, false);
        Cause cause = Cause.newBuilder().setKind(CauseKind.REPORT).build();
        return AlertPolicy.judge(day, threshold, counted, before, new Moment(cause, Optional.empty(), List.of()));
    }

    @Test
    void shouldStaySilentWithoutACompleteDay() {
        Surge.History unknown = new Surge.History(day -> List.of(), day -> false);

        assertThat(Surge.threshold(RULE, SubjectKind.TARGET, DAY, 0, unknown).exceededBy(100))
                .isEmpty();
    }
}
