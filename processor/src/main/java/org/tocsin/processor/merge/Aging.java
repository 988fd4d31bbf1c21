package org.tocsin.processor.merge;

import java.time.Instant;
import java.util.List;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.IncidentState;

/**
 * What becomes of an incident that nobody reports any more: first only its fingerprint is kept, so that a late report
 * still finds it, then nothing.
 */
enum Aging {
    /** As it is. */
    OPEN,
    /** Its reports no longer vote; what they said together does. */
    FINGERPRINT,
    /** Forgotten. */
    FORGOTTEN;

    private static final int TERMS = 16;
    private static final int NAMES = 12;

    /** What it should be at that pipeline time. */
    static Aging of(Incident incident, Instant time, MergeSettings settings) {
        Instant last = incident.getLastReportedAt();
        if (last.isBefore(time.minus(settings.keepFor()))) {
            return FORGOTTEN;
        }
        return last.isBefore(time.minus(settings.openFor())) ? FINGERPRINT : OPEN;
    }

    /** True when only its fingerprint is kept. */
    static boolean isFingerprint(IncidentState state) {
        return state.getBase().isPresent() && state.getSketches().isEmpty();
    }

    /** Date, place, names, casualties and the heaviest words, as one report by all its publishers. */
    static IncidentState fingerprint(IncidentState state) {
        Incident incident = state.getIncident();
        IncidentReport base = IncidentReport.newBuilder()
                .setReportId(incident.getIncidentId())
                .setArticleId(incident.getIncidentId())
                .setSource(incident.getPublishers().stream().findFirst().orElse(null))
                .setOrigin(state.getFirstOrigin())
                .setEventTime(incident.getFirstReportedAt())
                .setArea(incident.getArea())
                .setAttackType(incident.getAttackType())
                .setAcledSubEventType(incident.getAcledSubEventType())
                .setStage(incident.getStage())
                .setAttackDate(incident.getAttackDate().orElse(null))
                .setPlace(incident.getPlace().orElse(null))
                .setTargets(incident.getTargets())
                .setPerpetrators(incident.getPerpetrators())
                .setWeapons(incident.getWeapons())
                .setKilled(incident.getKilled().orElse(null))
                .setInjured(incident.getInjured().orElse(null))
                .setTerms(state.getTerms().stream().limit(TERMS).toList())
                .setNames(state.getNames().stream().limit(NAMES).toList())
                .setConfidence(incident.getConfidence())
                .build();
        return IncidentState.newBuilder(state)
                .setTerms(base.getTerms())
                .setNames(base.getNames())
                .setSketches(List.of())
                .setArticleIds(List.of())
                .setBase(base)
                .setBaseVoices(incident.getPublisherCount())
                .build();
    }
}
