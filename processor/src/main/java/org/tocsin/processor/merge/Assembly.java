package org.tocsin.processor.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 */
public record Assembly(String id, Optional<IncidentState> before, List<IncidentReport> kept, int dropped) {
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
                .setFirstReportedAt(all.get(0).getEventTime())
                .setLastReportedAt(all.get(all.size() - 1).getEventTime())
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
        for (Voice voice : voices) {
            if (hashes.size() < PUBLISHER_HASHES) {
                hashes.add(WordHash.of(voice.publisher()));
            }
        }
        return hashes;
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

    private List<ReportRef> refs() {
        return kept.stream().map(Assembly::ref).toList();
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
