package org.tocsin.bench.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Evidence;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.MergeInput;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.PlacePrecision;
import org.tocsin.schemas.ReportedTarget;
import org.tocsin.schemas.Stage;
import org.tocsin.schemas.TargetKind;
import org.tocsin.schemas.TargetRole;
import org.tocsin.schemas.TargetType;
import org.tocsin.schemas.Term;

/**
 * Coded reports of invented incidents: each incident is told of by three publishers, in words most of which are its own.
 * Days go by as they come, with ten incidents a day in each country, so that a report costs the same however many went
 * before.
 */
final class InventedReports {
    private static final int REPORTS_OF_EACH = 3;
    private static final int WORDS = 40;
    private static final List<String> COUNTRIES = List.of("PE", "MX", "BR", "CL", "PH", "BD", "LK", "KE", "ZM", "MZ");
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
    private static final int INCIDENTS_A_DAY = 10 * COUNTRIES.size();
    private static final int REPORTS_A_DAY = REPORTS_OF_EACH * INCIDENTS_A_DAY;

    private InventedReports() {}

    /** Report number {@code n}, counted from 0; the same for ever. */
    static MergeInput report(int n) {
        int incident = n / REPORTS_OF_EACH;
        SplittableRandom own = new SplittableRandom(incident);
        SplittableRandom other = new SplittableRandom(1_000_003L + n);
        List<Term> terms = new ArrayList<>();
        for (int word = 0; word < WORDS; word++) {
            terms.add(new Term((word < WORDS - 6 ? own : other).nextInt(), 4f + word % 4));
        }
        String country = COUNTRIES.get(own.nextInt(COUNTRIES.size()));
        LocalDate day = FIRST.plusDays(incident / INCIDENTS_A_DAY);
        Instant at = day.plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(Duration.ofDays(1).dividedBy(REPORTS_A_DAY).multipliedBy(n % REPORTS_A_DAY));
        String town = "town-" + own.nextInt(200);
        IncidentReport report = IncidentReport.newBuilder()
                .setReportId("report-" + n)
                .setArticleId("article-" + n)
                .setUrl("https://paper.example/" + n)
                .setSource("Paper " + n % 97)
                .setOrigin(new Origin("articles", 0, (long) n, at))
                .setEventTime(at)
                .setArea(country)
                .setAttackType(AttackType.BOMBING_EXPLOSION)
                .setStage(Stage.ACCOMPLISHED)
                .setAttackDate(new DateRange(day, day))
                .setPlace(Place.newBuilder()
                        .setName(town)
                        .setAdmin1("region-" + own.nextInt(12))
                        .setCountryCode(country)
                        .setLatitude(own.nextDouble() * 10)
                        .setLongitude(own.nextDouble() * 10)
                        .setPrecision(PlacePrecision.TOWN)
                        .build())
                .setTargets(List.of(ReportedTarget.newBuilder()
                        .setText("police station")
                        .setRole(TargetRole.STRUCK)
                        .setKind(TargetKind.PHYSICAL)
                        .setType(TargetType.POLICE)
                        .setDerivedId("police@" + country + "." + town)
                        .build()))
                .setKilled(new CountRange(own.nextInt(5), null))
                .setEvidence(
                        List.of(new Evidence(false, 0, 60, "A bomb exploded outside the police station of " + town)))
                .setTerms(terms)
                .setNames(List.of("colonel " + own.nextInt(), "district " + own.nextInt()))
                .setConfidence(0.8)
                .build();
        return MergeInput.newBuilder().setReport(report).build();
    }
}
