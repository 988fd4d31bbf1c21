package org.tocsin.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.connect.sink.AlertFilter.Decision;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.SubjectKind;

class AlertFilterTest {
    private static final boolean HOLDS = true;
    private static final boolean TELLS = false;

    @Test
    void shouldLetAllThroughWithoutSettings() {
        AlertFilter all = new AlertFilter(Set.of(), Set.of(), Set.of(), List.of(), TELLS);

        for (AlertKind kind : AlertKind.values()) {
            assertThat(all.decide(Alerts.next(Alerts.raised(), kind))).isEqualTo(Decision.TELL);
        }
    }

    @Test
    void shouldFilterByLevelKindAndSubject() {
        Alert raised = Alerts.raised();

        assertThat(levels("high").decide(raised)).isEqualTo(Decision.TELL);
        assertThat(levels("severe").decide(raised)).isEqualTo(Decision.PASS);
        assertThat(kinds(TELLS, AlertKind.RAISED).decide(raised)).isEqualTo(Decision.TELL);
        assertThat(kinds(TELLS, AlertKind.CLOSED).decide(raised)).isEqualTo(Decision.PASS);
        assertThat(subjects(SubjectKind.TARGET, "us-forces-iraq").decide(raised))
                .isEqualTo(Decision.TELL);
        assertThat(subjects(SubjectKind.TARGET, "us-*").decide(raised)).isEqualTo(Decision.TELL);
        assertThat(subjects(SubjectKind.TARGET, "us-*-syria").decide(raised)).isEqualTo(Decision.PASS);
        assertThat(subjects(SubjectKind.TARGET, "us.forces.iraq").decide(raised))
                .isEqualTo(Decision.PASS);
        assertThat(subjects(SubjectKind.COUNTRY, "us-*").decide(raised)).isEqualTo(Decision.PASS);
    }

    @Test
    void shouldAlwaysTellTheEndWhereAlertsAreHeld() {
        AlertFilter severeOnly = new AlertFilter(Set.of("severe"), Set.of(), Set.of(), List.of(), HOLDS);
        AlertFilter raisedOnly = kinds(HOLDS, AlertKind.RAISED);
        Alert raised = Alerts.raised();

        for (AlertKind end : List.of(AlertKind.WITHDRAWN, AlertKind.CLOSED)) {
            assertThat(severeOnly.decide(Alerts.next(raised, end))).isEqualTo(Decision.END);
            assertThat(raisedOnly.decide(Alerts.next(raised, end))).isEqualTo(Decision.END);
        }
        assertThat(raisedOnly.decide(Alerts.next(raised, AlertKind.REVISED))).isEqualTo(Decision.PASS);
    }

    @Test
    void shouldEndAnAlertThatLeavesTheLevelsWhereAlertsAreHeld() {
        AlertFilter severeOnly = new AlertFilter(Set.of("severe"), Set.of(), Set.of(), List.of(), HOLDS);
        Alert high = Alerts.raised();

        assertThat(severeOnly.decide(high)).isEqualTo(Decision.PASS);
        assertThat(severeOnly.decide(Alerts.next(high, AlertKind.REVISED))).isEqualTo(Decision.END);
    }

    @Test
    void shouldNotOpenAgainWhatACorrectionChangesAfterTheClose() {
        AlertFilter all = new AlertFilter(Set.of(), Set.of(), Set.of(), List.of(), HOLDS);
        Alert corrected = Alert.newBuilder(Alerts.next(Alerts.raised(), AlertKind.REVISED))
                .setAfterClose(true)
                .build();

        assertThat(all.decide(corrected)).isEqualTo(Decision.END);
    }

    private static AlertFilter levels(String... levels) {
        return new AlertFilter(Set.of(levels), Set.of(), Set.of(), List.of(), TELLS);
    }

    private static AlertFilter kinds(boolean holds, AlertKind... kinds) {
        return new AlertFilter(Set.of(), Set.of(kinds), Set.of(), List.of(), holds);
    }

    private static AlertFilter subjects(SubjectKind kind, String glob) {
        return new AlertFilter(Set.of(), Set.of(), Set.of(kind), List.of(AlertFilter.pattern(glob)), TELLS);
    }
}
