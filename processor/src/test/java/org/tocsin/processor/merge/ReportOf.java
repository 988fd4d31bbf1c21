package org.tocsin.processor.merge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tocsin.coder.fingerprint.WordHash;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Evidence;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.PlacePrecision;
import org.tocsin.schemas.ReportedTarget;
import org.tocsin.schemas.TargetKind;
import org.tocsin.schemas.TargetRole;
import org.tocsin.schemas.TargetType;
import org.tocsin.schemas.Term;

/** Reports for scenarios: an attack of its own unless told otherwise. */
final class ReportOf {
    static {
        // Makes Avro trust the records that tests build; no registry is asked.
        AvroSerdes.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://reports"));
    }

    private final IncidentReport.Builder report;
    private final List<String> names = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();

    private ReportOf(String id) {
        report = IncidentReport.newBuilder()
                .setReportId(id)
                .setArticleId("article-" + id)
                .setSource("publisher of " + id)
                .setArea("IQ")
                .setAttackType(AttackType.BOMBING_EXPLOSION)
                .setEvidence(List.of(new Evidence(false, 0, 10, "Evidence of " + id)))
                .setConfidence(0.8);
    }

    /** A report of the attack that these words describe, each of them rare. */
    static ReportOf attack(String id, String words) {
        ReportOf report = new ReportOf(id);
        for (String word : words.toLowerCase(Locale.ROOT).split(" ", -1)) {
            report.terms.add(new Term(WordHash.of(word), 6f));
        }
        return report;
    }

    ReportOf on(String day) {
        return between(day, day);
    }

    ReportOf between(String earliest, String latest) {
        report.setAttackDate(new DateRange(LocalDate.parse(earliest), LocalDate.parse(latest)));
        return this;
    }

    ReportOf at(String town, String admin1, double latitude, double longitude) {
        report.setPlace(Place.newBuilder()
                .setName(town)
                .setAdmin1(admin1)
                .setCountryCode("IQ")
                .setLatitude(latitude)
                .setLongitude(longitude)
                .setZone("Asia/Baghdad")
                .setPrecision(PlacePrecision.TOWN)
                .build());
        return this;
    }

    /** Somewhere in the region: no town is told. */
    ReportOf inRegion(String admin1) {
        report.setPlace(Place.newBuilder()
                .setAdmin1(admin1)
                .setCountryCode("IQ")
                .setPrecision(PlacePrecision.REGION)
                .build());
        return this;
    }

    /** Of the place that was told before. */
    ReportOf site(String site) {
        report.setPlace(Place.newBuilder(report.getPlace()).setSite(site).build());
        return this;
    }

    ReportOf naming(String... more) {
        names.addAll(List.of(more));
        return this;
    }

    ReportOf by(String publisher) {
        report.setSource(publisher);
        return this;
    }

    ReportOf inArticle(String articleId) {
        report.setArticleId(articleId);
        return this;
    }

    ReportOf killing(int killed) {
        report.setKilled(new CountRange(killed, killed));
        return this;
    }

    ReportOf of(AttackType type) {
        report.setAttackType(type);
        return this;
    }

    ReportOf target(String text, TargetRole role, TargetType type, String derivedId) {
        List<ReportedTarget> targets = new ArrayList<>(report.getTargets() == null ? List.of() : report.getTargets());
        targets.add(ReportedTarget.newBuilder()
                .setText(text)
                .setRole(role)
                .setKind(TargetKind.HUMAN)
                .setType(type)
                .setDerivedId(derivedId)
                .build());
        report.setTargets(targets);
        return this;
    }

    ReportOf copyOf(long... sketch) {
        List<Long> values = new ArrayList<>();
        for (long value : sketch) {
            values.add(value);
        }
        report.setSignature(values);
        return this;
    }

    /** Published at noon UTC of that day, and appended then. */
    IncidentReport published(String day) {
        return published(LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
    }

    IncidentReport published(Instant at) {
        return report.setEventTime(at)
                .setPublishedAt(at)
                .setOrigin(new Origin("tocsin.articles", 0, at.getEpochSecond(), at))
                .setNames(names)
                .setTerms(terms)
                .build();
    }
}
