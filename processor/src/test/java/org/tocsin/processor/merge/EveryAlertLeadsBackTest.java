package org.tocsin.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.Level;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.ReportRef;
import org.tocsin.schemas.Stage;
import org.tocsin.schemas.SubjectKind;

/** Promise 6: every alert leads back to its incidents, their articles, and each article's record. */
class EveryAlertLeadsBackTest {
    private final CountingFixture counting = new CountingFixture("2020-09-28T12:00:00Z");

    @AfterEach
    void close() {
        counting.close();
    }

    @Test
    void shouldNameEvidenceLinkAndRecordOfEachIncidentAndWhatCausedIt() {
        counting.apply(moreThan(1));
        counting.readUpTo("2020-09-28T10:00:00Z");
        counting.report(report("a", "katyusha rockets airport perimeter contractors villa salvo launcher", 41));
        counting.report(report("b", "convoy ambush culvert gunmen escort bridge pickup checkpoint", 42));

        assertThat(counting.alerts).singleElement().satisfies(alert -> {
            assertThat(alert.getKind()).isEqualTo(AlertKind.RAISED);
            assertThat(alert.getCount()).isEqualTo(2);
            assertThat(alert.getThreshold()).isEqualTo(1);
            assertThat(alert.getRuleVersion()).isEqualTo(1);
            assertThat(alert.getCompleteThrough()).contains(Instant.parse("2020-09-28T10:00:00Z"));
            assertThat(alert.getCause().getKind()).isEqualTo(CauseKind.REPORT);
            assertThat(alert.getCause().getReportId()).contains("b");
            assertThat(alert.getCause().getArticleId()).contains("article-b");
            assertThat(alert.getCause().getOrigin().map(Origin::getOffset)).contains(42L);
            assertThat(evidence(alert)).extracting(ReportRef::getArticleId).containsExactly("article-a", "article-b");
            assertThat(evidence(alert))
                    .extracting(ref ->
                            ref.getOrigin().getTopic() + " " + ref.getOrigin().getPartition() + " "
                                    + ref.getOrigin().getOffset())
                    .containsExactly("tocsin.articles 3 41", "tocsin.articles 3 42");
            assertThat(evidence(alert)).allSatisfy(ref -> {
                assertThat(ref.getUrl()).isPresent();
                assertThat(ref.getEvidence()).isPresent();
            });
        });
        assertThat(counting.alerts.get(0).getIncidents())
                .extracting(CountedIncident::getIncidentId)
                .isEqualTo(
                        counting.standing().stream().map(i -> i.getIncidentId()).toList());
    }

    private static List<ReportRef> evidence(Alert alert) {
        return alert.getIncidents().stream()
                .flatMap(i -> i.getEvidence().stream())
                .toList();
    }

    private static IncidentReport report(String id, String words, long offset) {
        IncidentReport report = ReportOf.attack(id, words)
                .on("2020-09-27")
                .at("Baghdad", "Baghdad", 33.3, 44.4)
                .published("2020-09-28");
        return IncidentReport.newBuilder(report)
                .setStage(Stage.ACCOMPLISHED)
                .setUrl("https://paper.example/" + id)
                .setOrigin(new Origin("tocsin.articles", 3, offset, report.getEventTime()))
                .build();
    }

    private static Watchlist moreThan(int incidents) {
        AlertRule rule = AlertRule.newBuilder(Watchlist.SHIPPED_RULE)
                .setId("iraq")
                .setCountBy(SubjectKind.COUNTRY)
                .setLevels(List.of(new Level("high", incidents)))
                .build();
        return new Watchlist(1, List.of(), List.of(rule));
    }
}
