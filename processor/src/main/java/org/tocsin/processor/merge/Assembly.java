package org.tocsin.processor.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.coder.fingerprint.WordHash;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.Evidence;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.IncidentState;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.ReportRef;

/**
 * An incident put together from its reports. At most {@value #FIRST} first and {@value #LATEST} latest ones are kept and
 * vote; beyond them only their number counts, so that no record grows without bound.
 *
 * @param id of the incident
 * @param before its state so far
 * @param kept its reports as far as they are kept
 * @param dropped how many more there are
 * @param gone ids of reports that it had and no longer has
 * @param voteless those of the given ones that are kept no longer; found here
 */
public record Assembly(
        String id,
        Optional<IncidentState> before,
        List<IncidentReport> kept,
        int dropped,
        Set<String> gone,
        List<IncidentReport> voteless) {
    /** An incident that has lost no report. */
    public Assembly(String id, Optional<IncidentState> before, List<IncidentReport> kept, int dropped) {
        this(id, before, kept, dropped, Set.of(), List.of());
    }

    static final int FIRST = 20;
    static final int LATEST = 80;
    private static final int PUBLISHERS = 100;
    private static final int PUBLISHER_HASHES = 1000;
    private static final int ARTICLES = 32;

    /** The first appended of two records, wherever they were appended. */
    static final Comparator<Origin> BY_APPEND = Comparator.comparing(Origin::getAppendedAt)
            .thenComparing(Origin::getTopic)
            .thenComparing(Origin::getPartition)
            .thenComparing(Origin::getOffset);

    public Assembly {
        List<IncidentReport> ordered = kept.stream().sorted(Voice.BY_TIME).toList();
        int over = ordered.size() - FIRST - LATEST;
        if (over > 0) {
            List<IncidentReport> bounded = new ArrayList<>(ordered.subList(0, FIRST));
            bounded.addAll(ordered.subList(ordered.size() - LATEST, ordered.size()));
            voteless = List.copyOf(ordered.subList(FIRST, FIRST + over));
            ordered = bounded;
            dropped += over;
        }
        kept = List.copyOf(ordered);
    }

    /** The state at that revision. */
    public IncidentState at(int revision, Cause cause, Watchlist watchlist) {
        Optional<IncidentReport> base = before.flatMap(IncidentState::getBase);
        int baseVoices = before.map(IncidentState::getBaseVoices).orElse(0);
        List<Voice> voices = new ArrayList<>();
        base.ifPresent(b -> voices.add(Voice.summary(b, baseVoices)));
        voices.addAll(Voice.of(kept));
        List<IncidentReport> all = new ArrayList<>(base.stream().toList());
        all.addAll(kept);
        Set<Integer> publishers = publishers(voices);
        Incident.Builder incident = Incident.newBuilder()
                .setIncidentId(id)
                .setRevision(revision)
                .setArea(all.get(0).getArea())
                .setReports(refs())
                .setReportCount(kept.size() + dropped)
                .setPublishers(voices.stream()
                        .map(Voice::publisher)
                        .distinct()
                        .limit(PUBLISHERS)
                        .toList())
                .setPublisherCount(dropped == 0 ? voices.size() : publishers.size())
                .setFirstReportedAt(firstReportedAt(all))
                .setLastReportedAt(lastReportedAt(all))
                .setCause(cause)
                .setWatchlistVersion(watchlist.version());
        new Fusion(voices).into(incident);
        incident.setLinkedTargets(
                Linking.of(incident.getTargets(), Optional.ofNullable(incident.getPlace()), watchlist));
        return IncidentState.newBuilder()
                .setIncident(incident.build())
                .setFirstOrigin(firstOrigin())
                .setTerms(Centroid.terms(all))
                .setNames(Centroid.names(all))
                .setSketches(Centroid.sketches(all))
                .setArticleIds(articles())
                .setPublisherHashes(List.copyOf(publishers))
                .setBase(base.orElse(null))
                .setBaseVoices(baseVoices)
                .build();
    }

    private Set<Integer> publishers(List<Voice> voices) {
        Set<Integer> hashes = new LinkedHashSet<>();
        if (dropped > 0) {
            before.ifPresent(b -> hashes.addAll(b.getPublisherHashes()));
        }
        voices.forEach(voice -> hashes.add(WordHash.of(voice.publisher())));
        voteless.forEach(report -> hashes.add(WordHash.of(Publisher.of(report))));
        return hashes.stream().limit(PUBLISHER_HASHES).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Origin firstOrigin() {
        List<Origin> origins =
                new ArrayList<>(kept.stream().map(IncidentReport::getOrigin).toList());
        before.ifPresent(b -> origins.add(b.getFirstOrigin()));
        return origins.stream().min(BY_APPEND).orElseThrow();
    }

    private List<String> articles() {
        List<String> articles = new ArrayList<>(
                kept.stream().map(IncidentReport::getArticleId).distinct().toList());
        return articles.subList(Math.max(0, articles.size() - ARTICLES), articles.size());
    }

    private Instant firstReportedAt(List<IncidentReport> all) {
        return all.stream()
                .map(IncidentReport::getEventTime)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Of the reports that are no longer kept the incident so far knows. */
    private Instant lastReportedAt(List<IncidentReport> all) {
        Instant last = all.stream()
                .map(IncidentReport::getEventTime)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return before.filter(b -> b.getBase().isPresent())
                .map(b -> b.getIncident().getLastReportedAt())
                .filter(last::isBefore)
                .orElse(last);
    }

    /** The reports that vote, behind those that an incident kept as a fingerprint still points to. */
    private List<ReportRef> refs() {
        List<ReportRef> refs = new ArrayList<>();
        before.filter(b -> b.getBase().isPresent()).ifPresent(b -> b.getIncident().getReports().stream()
                .filter(ref -> !gone.contains(ref.getReportId()))
                .filter(ref -> kept.stream().noneMatch(k -> k.getReportId().equals(ref.getReportId())))
                .forEach(refs::add));
        kept.forEach(report -> refs.add(ref(report)));
        int over = refs.size() - FIRST - LATEST;
        if (over > 0) {
            refs.subList(FIRST, FIRST + over).clear();
        }
        return refs;
    }

    static ReportRef ref(IncidentReport report) {
        return ReportRef.newBuilder()
                .setReportId(report.getReportId())
                .setArticleId(report.getArticleId())
                .setUrl(report.getUrl().orElse(null))
                .setSource(report.getSource().orElse(null))
                .setPublishedAt(report.getPublishedAt().orElse(null))
                .setOrigin(report.getOrigin())
                .setEvidence(report.getEvidence().stream()
                        .findFirst()
                        .map(Evidence::getSentence)
                        .orElse(null))
                .setKilled(report.getKilled().orElse(null))
                .setInjured(report.getInjured().orElse(null))
                .build();
    }
}
