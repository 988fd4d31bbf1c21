package org.tocsin.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.schemas.IncidentReport;

class RegroupingTest {
    private static final IncidentReport A = report("a");
    private static final IncidentReport B = report("b");
    private static final IncidentReport C = report("c");
    private static final IncidentReport D = report("d");

    private final Map<String, List<IncidentReport>> members = new LinkedHashMap<>();

    @Test
    void shouldChangeNothingWhenTheGroupsAreTheIncidents() {
        members.put("one", List.of(A, B));
        members.put("two", List.of(C));

        Regrouping regrouping = regroup(List.of(List.of(C), List.of(B, A)));

        assertThat(regrouping.isAsBefore("one", members)).isTrue();
        assertThat(regrouping.isAsBefore("two", members)).isTrue();
        assertThat(regrouping.founded()).isEmpty();
        assertThat(regrouping.ended()).isEmpty();
    }

    @Test
    void shouldMoveAReportToTheOtherIncident() {
        members.put("one", List.of(A, B));
        members.put("two", List.of(C, D));

        Regrouping regrouping = regroup(List.of(List.of(A), List.of(B, C, D)));

        assertThat(regrouping.isAsBefore("one", members)).isFalse();
        assertThat(regrouping.kept()).containsOnly(Map.entry("one", List.of(A)), Map.entry("two", List.of(B, C, D)));
        assertThat(regrouping.founded()).isEmpty();
        assertThat(regrouping.ended()).isEmpty();
    }

    @Test
    void shouldFoundAnIncidentForWhatNoIdIsLeftFor() {
        members.put("one", List.of(A, B, C));

        Regrouping regrouping = regroup(List.of(List.of(A), List.of(B, C)));

        assertThat(regrouping.kept()).containsOnly(Map.entry("one", List.of(B, C)));
        assertThat(regrouping.founded()).containsExactly(List.of(A));
    }

    @Test
    void shouldEndAnIncidentInTheOneThatHasItsReports() {
        members.put("one", List.of(A, B));
        members.put("two", List.of(C));

        Regrouping regrouping = regroup(List.of(List.of(A, B, C)));

        assertThat(regrouping.ended()).containsOnly(Map.entry("two", "one"));
    }

    @Test
    void shouldPreferTheFirstOfEqualClaims() {
        members.put("one", List.of(A));
        members.put("two", List.of(B));

        assertThat(regroup(List.of(List.of(A, B))).kept()).containsOnlyKeys("one");
    }

    private Regrouping regroup(List<List<IncidentReport>> groups) {
        return Regrouping.of(members, groups, id -> false);
    }

    private static IncidentReport report(String id) {
        return ReportOf.attack(id, "words").published("2020-09-28");
    }
}
