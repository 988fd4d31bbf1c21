package org.tocsin.bench.merge;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.DataSet;
import org.tocsin.coder.Article;
import org.tocsin.coder.CodedIncident;
import org.tocsin.coder.EventCoder;
import org.tocsin.coder.Verdict;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.PlacePrecision;
import org.tocsin.schemas.ReportedTarget;
import org.tocsin.schemas.TargetKind;
import org.tocsin.schemas.TargetRole;
import org.tocsin.schemas.TargetType;
import org.tocsin.schemas.Term;
import org.tocsin.schemas.Weapon;
import org.tocsin.schemas.WeaponType;

/** The reports of a data set as the coder makes them, in the order of publication. All are of one merge area. */
final class CodedReports {
    private static final String AREA = "US";

    private CodedReports() {}

    static List<IncidentReport> of(DataSet set, EventCoder coder) throws IOException {
        // Makes Avro trust the records built here; no registry is asked.
        AvroSerdes.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://bench"));
        List<Verdict> verdicts =
                set.articles().parallelStream().map(coder::code).toList();
        List<IncidentReport> reports = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i) instanceof Verdict.Incidents found) {
                Article article = set.articles().get(i);
                int offset = i;
                IntStream.range(0, found.incidents().size())
                        .mapToObj(n ->
                                report(article, n, offset, found.incidents().get(n)))
                        .forEach(reports::add);
            }
        }
        reports.sort(Comparator.comparing(IncidentReport::getEventTime)
                .thenComparing(r -> r.getOrigin().getOffset())
                .thenComparing(IncidentReport::getReportId));
        return reports;
    }

    private static IncidentReport report(Article article, int ordinal, int offset, CodedIncident incident) {
        Instant at = Optional.ofNullable(article.publishedAt())
                .or(() -> Optional.ofNullable(article.publishedOn())
                        .map(day -> day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)))
                .orElseThrow(() -> new IllegalArgumentException(article.id() + " has no date of publication"));
        return IncidentReport.newBuilder()
                .setReportId(article.id() + "#" + ordinal)
                .setArticleId(article.id())
                .setUrl(article.url())
                .setSource(article.source())
                .setPublishedAt(at)
                .setOrigin(new Origin("articles", 0, (long) offset, at))
                .setEventTime(at)
                .setArea(AREA)
                .setAttackType(AttackType.valueOf(incident.attackType().name()))
                .setAttackDate(range(incident.attackDate()))
                .setPlace(place(incident.place()))
                .setTargets(
                        incident.targets().stream().map(CodedReports::target).toList())
                .setWeapons(incident.weapons().stream()
                        .map(w -> Weapon.newBuilder()
                                .setText(w.text())
                                .setType(WeaponType.valueOf(w.type().name()))
                                .build())
                        .toList())
                .setKilled(count(incident.killed()))
                .setInjured(count(incident.injured()))
                .setTerms(incident.fingerprint().terms().stream()
                        .map(t -> new Term(t.hash(), t.weight()))
                        .toList())
                .setNames(incident.fingerprint().names())
                .setSignature(List.copyOf(incident.fingerprint().signature()))
                .setConfidence(incident.confidence())
                .build();
    }

    private static @Nullable DateRange range(org.tocsin.coder.@Nullable DateRange range) {
        return range == null ? null : new DateRange(range.earliest(), range.latest());
    }

    private static @Nullable CountRange count(org.tocsin.coder.@Nullable CountRange range) {
        return range == null ? null : new CountRange(range.min(), range.max());
    }

    private static @Nullable Place place(org.tocsin.coder.@Nullable Place place) {
        if (place == null) {
            return null;
        }
        ZoneId zone = place.zone();
        return Place.newBuilder()
                .setName(place.name())
                .setSite(place.site())
                .setAdmin1(place.admin1())
                .setCountryCode(place.countryCode())
                .setLatitude(place.latitude())
                .setLongitude(place.longitude())
                .setZone(zone == null ? null : zone.getId())
                .setPrecision(PlacePrecision.valueOf(place.precision().name()))
                .build();
    }

    private static ReportedTarget target(org.tocsin.coder.Target target) {
        return ReportedTarget.newBuilder()
                .setText(target.text())
                .setRole(TargetRole.valueOf(target.role().name()))
                .setKind(TargetKind.valueOf(target.kind().name()))
                .setType(TargetType.valueOf(target.type().name()))
                .setNationality(target.nationality())
                .setDerivedId(target.derivedId())
                .build();
    }
}
