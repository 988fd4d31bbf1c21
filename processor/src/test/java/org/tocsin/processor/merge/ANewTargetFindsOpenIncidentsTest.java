package org.tocsin.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.Stage;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.Target;
import org.tocsin.schemas.TargetRole;
import org.tocsin.schemas.TargetType;

/** Promise 5, targets: a target that is listed today finds yesterday's incidents, and one taken off the list leaves them. */
class ANewTargetFindsOpenIncidentsTest {
    private static final String DAY = "2020-09-27";

    private final CountingFixture counting = new CountingFixture("2020-09-28T12:00:00Z");

    @AfterEach
    void close() {
        counting.close();
    }

    @Test
    void shouldCountThreeWhenTheTargetIsListedAfterTwoAttacksAndAThirdComes() {
        counting.report(attack("a", "katyusha rockets airport perimeter contractors villa salvo launcher"));
        counting.report(attack("b", "convoy ambush culvert gunmen escort bridge pickup checkpoint"));

        counting.apply(new Watchlist(1, List.of(embassy()), List.of()));
        assertThat(counting.count(SubjectKind.TARGET, "embassy", DAY).getCertain())
                .isEqualTo(2);
        assertThat(counting.alerts).isEmpty();

        counting.report(attack("c", "sniper rooftop sentry gate orchard binoculars rifle dusk"));

        assertThat(counting.count(SubjectKind.TARGET, "embassy", DAY).getCertain())
                .isEqualTo(3);
        assertThat(counting.alerts)
                .extracting(alert -> alert.getSubject().getId(), Alert::getCount)
                .containsExactly(tuple("embassy", 3));
    }

    @Test
    void shouldLeaveTheIncidentsOfATargetThatIsTakenOffTheListAndWithdrawItsAlert() {
        counting.apply(new Watchlist(1, List.of(embassy()), List.of()));
        counting.report(attack("a", "katyusha rockets airport perimeter contractors villa salvo launcher"));
        counting.report(attack("b", "convoy ambush culvert gunmen escort bridge pickup checkpoint"));
        counting.report(attack("c", "sniper rooftop sentry gate orchard binoculars rifle dusk"));

        counting.apply(new Watchlist(2, List.of(), List.of()));

        assertThat(counting.count(SubjectKind.TARGET, "embassy", DAY).getCertain())
                .isZero();
        assertThat(counting.count(SubjectKind.TARGET, "embassy-a", DAY).getCertain())
                .isEqualTo(1);
        assertThat(counting.alerts)
                .extracting(alert -> alert.getSubject().getId(), Alert::getKind)
                .startsWith(tuple("embassy", AlertKind.RAISED))
                .endsWith(tuple("embassy", AlertKind.WITHDRAWN));
        assertThat(counting.country("IQ", DAY).getCertain()).isEqualTo(3);
    }

    private static IncidentReport attack(String id, String words) {
        IncidentReport report = ReportOf.attack(id, words)
                .on(DAY)
                .at("Baghdad", "Baghdad", 33.3, 44.4)
                // Unlisted, each derived id is a subject of its own.
                .target("the Ruritanian embassy", TargetRole.INTENDED, TargetType.DIPLOMATIC, "embassy-" + id)
                .published("2020-09-28");
        return IncidentReport.newBuilder(report).setStage(Stage.ACCOMPLISHED).build();
    }

    private static Target embassy() {
        return Target.newBuilder()
                .setId("embassy")
                .setName("Ruritanian embassy")
                .setType(TargetType.DIPLOMATIC)
                .build();
    }
}
