package org.tocsin.processor.code;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.CodedIncident;
import org.tocsin.schemas.AcledSubEventType;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Evidence;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.Perpetrator;
import org.tocsin.schemas.PerpetratorKind;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.PlacePrecision;
import org.tocsin.schemas.ReportedTarget;
import org.tocsin.schemas.Stage;
import org.tocsin.schemas.TargetKind;
import org.tocsin.schemas.TargetRole;
import org.tocsin.schemas.TargetType;
import org.tocsin.schemas.Term;
import org.tocsin.schemas.Weapon;
import org.tocsin.schemas.WeaponType;

/** Writes what the coder found as a report in the contract's terms, and reads an article from it. */
final class ReportWriter {
    private static final LocalTime NOON = LocalTime.NOON;

    private ReportWriter() {}

    static org.tocsin.coder.Article article(Article article) {
        return new org.tocsin.coder.Article(
                article.getId(),
                article.getUrl().orElse(null),
                article.getSource().orElse(null),
                article.getTitle().orElse(null),
                article.getBody(),
                article.getLanguage().orElse(null),
                article.getPublishedAt().orElse(null),
                article.getPublishedOn().orElse(null));
    }

    /** Publication time; noon UTC when only a date is known, append time when nothing is. */
    static Instant eventTime(Article article, Origin origin) {
        return article.getPublishedAt()
                .or(() -> article.getPublishedOn().map(day -> day.atTime(NOON).toInstant(ZoneOffset.UTC)))
                .orElse(origin.getAppendedAt());
    }

    /** The report, still without its id. */
    static IncidentReport report(Article article, Origin origin, String area, CodedIncident incident) {
        return IncidentReport.newBuilder()
                .setReportId("")
                .setArticleId(article.getId())
                .setUrl(article.getUrl().orElse(null))
                .setSource(article.getSource().orElse(null))
                .setPublishedAt(article.getPublishedAt().orElse(null))
                .setPublishedOn(article.getPublishedOn().orElse(null))
                .setOrigin(origin)
                .setEventTime(eventTime(article, origin))
                .setArea(area)
                .setAttackType(AttackType.valueOf(incident.attackType().name()))
                .setAcledSubEventType(
                        AcledSubEventType.valueOf(incident.acledSubEventType().name()))
                .setStage(Stage.valueOf(incident.stage().name()))
                .setAttackDate(range(incident.attackDate()))
                .setPlace(place(incident.place()))
                .setTargets(
                        incident.targets().stream().map(ReportWriter::target).toList())
                .setPerpetrators(incident.perpetrators().stream()
                        .map(p -> new Perpetrator(
                                p.text(), PerpetratorKind.valueOf(p.kind().name()), p.claimed(), 1))
                        .toList())
                .setWeapons(incident.weapons().stream()
                        .map(w ->
                                new Weapon(w.text(), WeaponType.valueOf(w.type().name()), 1))
                        .toList())
                .setKilled(count(incident.killed()))
                .setInjured(count(incident.injured()))
                .setEvidence(incident.evidence().stream()
                        .map(e -> new Evidence(e.inTitle(), e.begin(), e.end(), e.sentence()))
                        .toList())
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
