package org.tocsin.processor.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.schemas.Contribution;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.LinkedTarget;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.ReportRef;
import org.tocsin.schemas.Subject;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.TargetType;

/**
 * What an incident counts for: its targets, their groups, each target type in the country, the first-level region and
 * the country. Each subject gets one contribution per revision, whole, or one that says that it no longer counts.
 */
public final class Subjects {
    /** A longer range says too little to count on any day. */
    private static final long LONGEST_RANGE_DAYS = 14;
    /** Publishers whose first report is shown. */
    private static final int EVIDENCE = 3;

    private final double minConfidence;
    private final CivilZones zones;

    Subjects(double minConfidence, CivilZones zones) {
        this.minConfidence = minConfidence;
        this.zones = zones;
    }

    /** The contributions of a revision, by subject key: {@code after} over {@code before}. */
    Map<String, Contribution> of(Optional<Incident> before, Incident after, Instant eventTime) {
        Map<String, Contribution> contributions = new LinkedHashMap<>();
        before.filter(Subjects::counts).ifPresent(b -> subjects(b)
                .forEach((subject, zone) -> contributions.put(
                        SubjectKeys.subjectKey(subject),
                        contribution(subject, after, eventTime).build())));
        if (counts(after)) {
            subjects(after)
                    .forEach((subject, zone) -> contributions.put(
                            SubjectKeys.subjectKey(subject),
                            contribution(subject, after, eventTime)
                                    .setIncident(counted(after, zone))
                                    .build()));
        }
        return contributions;
    }

    private static boolean counts(Incident incident) {
        return !incident.getRetracted() && incident.getMergedInto().isEmpty();
    }

    private static Contribution.Builder contribution(Subject subject, Incident incident, Instant eventTime) {
        return Contribution.newBuilder()
                .setSubject(subject)
                .setIncidentId(incident.getIncidentId())
                .setRevision(incident.getRevision())
                .setEventTime(eventTime)
                .setCause(incident.getCause());
    }

    /** The subjects of the incident, each with the zone of its days. */
    private Map<Subject, String> subjects(Incident incident) {
        String placeZone = zones.of(incident.getPlace()).getId();
        Optional<String> country = incident.getPlace().flatMap(Place::getCountryCode);
        Map<Subject, String> subjects = new LinkedHashMap<>();
        for (LinkedTarget target : incident.getLinkedTargets()) {
            String zone = target.getZone().orElse(placeZone);
            subjects.putIfAbsent(target(target, country), zone);
            for (String group : target.getGroups()) {
                subjects.putIfAbsent(subject(SubjectKind.GROUP, group, group).build(), zone);
            }
        }
        country.ifPresent(code -> {
            for (TargetType type : types(incident.getLinkedTargets())) {
                subjects.put(
                        subject(SubjectKind.TARGET_TYPE, type + "@" + code, name(type) + " in " + code)
                                .setType(type)
                                .setCountryCode(code)
                                .build(),
                        placeZone);
            }
            incident.getPlace()
                    .flatMap(Place::getAdmin1)
                    .ifPresent(admin1 -> subjects.put(
                            subject(SubjectKind.REGION, code + "." + admin1, admin1 + ", " + code)
                                    .setCountryCode(code)
                                    .build(),
                            placeZone));
            subjects.put(
                    subject(SubjectKind.COUNTRY, code, code)
                            .setCountryCode(code)
                            .build(),
                    placeZone);
        });
        return subjects;
    }

    private static Subject target(LinkedTarget target, Optional<String> country) {
        return subject(SubjectKind.TARGET, target.getId(), target.getName())
                .setType(target.getType())
                .setGroups(target.getGroups())
                .setCountryCode(country.orElse(null))
                .build();
    }

    private static Subject.Builder subject(SubjectKind kind, String id, String name) {
        return Subject.newBuilder().setKind(kind).setId(id).setName(name);
    }

    private static String name(TargetType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Set<TargetType> types(Collection<LinkedTarget> targets) {
        Set<TargetType> types = EnumSet.noneOf(TargetType.class);
        targets.forEach(t -> types.add(t.getType()));
        return types;
    }

    private CountedIncident counted(Incident incident, String zone) {
        Optional<DateRange> date = incident.getAttackDate().filter(d -> DateVote.days(d) <= LONGEST_RANGE_DAYS);
        boolean oneDay = date.filter(d -> DateVote.days(d) == 1).isPresent();
        Optional<Place> place = incident.getPlace();
        List<LinkedTarget> targets = incident.getLinkedTargets();
        Set<String> groups = new LinkedHashSet<>();
        targets.forEach(t -> groups.addAll(t.getGroups()));
        return CountedIncident.newBuilder()
                .setIncidentId(incident.getIncidentId())
                .setRevision(incident.getRevision())
                .setAttackDate(date.orElse(null))
                .setZone(zone)
                .setFirstReportedAt(incident.getFirstReportedAt())
                .setCertain(oneDay
                        && incident.getConfidence() >= minConfidence
                        && !incident.getArea().equals(MergeArea.UNKNOWN))
                .setConfidence(incident.getConfidence())
                .setPublishers(incident.getPublisherCount())
                .setAttackType(incident.getAttackType())
                .setStage(incident.getStage())
                .setTargets(targets.stream().map(LinkedTarget::getId).toList())
                .setGroups(List.copyOf(groups))
                .setTargetTypes(List.copyOf(types(targets)))
                .setCountryCode(place.flatMap(Place::getCountryCode).orElse(null))
                .setAdmin1(place.flatMap(Place::getAdmin1).orElse(null))
                .setPlaceName(place.flatMap(Place::getName).orElse(null))
                .setKilled(incident.getKilled().orElse(null))
                .setInjured(incident.getInjured().orElse(null))
                .setEvidence(evidence(incident.getReports()))
                .setReportCount(incident.getReportCount())
                .build();
    }

    /** The first reports of different publishers: repeats and copies change nothing about them. */
    private static List<ReportRef> evidence(List<ReportRef> reports) {
        Set<String> publishers = new LinkedHashSet<>();
        List<ReportRef> first = new ArrayList<>();
        for (ReportRef report : reports) {
            String publisher = Publisher.of(report.getSource(), report.getUrl(), report.getArticleId());
            if (first.size() < EVIDENCE && publishers.add(publisher)) {
                first.add(report);
            }
        }
        return first;
    }
}
