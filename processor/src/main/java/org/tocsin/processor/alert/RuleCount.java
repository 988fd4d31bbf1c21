package org.tocsin.processor.alert;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.CountBasis;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.RuleMatch;
import org.tocsin.schemas.Subject;
import org.tocsin.schemas.SubjectKind;

/**
 * Which incidents of a subject's day a rule counts. The one place where that is decided: alerts, {@code verify} and
 * {@code replay --compare} all ask here.
 *
 * <p>A list in a rule's match is about the subject where the subject has that quality (a target's id, groups and type;
 * a region; a country), and about each incident otherwise. An empty list means any.
 */
public final class RuleCount {
    private RuleCount() {}

    /** True when the rule counts this subject at all. */
    public static boolean watches(AlertRule rule, Subject subject) {
        RuleMatch match = rule.getMatch();
        if (rule.getCountBy() != subject.getKind()) {
            return false;
        }
        return switch (subject.getKind()) {
            case TARGET ->
                has(match.getTargets(), subject.getId())
                        && meets(match.getGroups(), subject.getGroups())
                        && has(match.getTypes(), subject.getType());
            case GROUP -> has(match.getGroups(), subject.getId());
            case TARGET_TYPE -> has(match.getTypes(), subject.getType()) && hasCountry(match, subject);
            case REGION -> has(match.getRegions(), subject.getId()) && hasCountry(match, subject);
            case COUNTRY -> hasCountry(match, subject);
            case UNKNOWN -> false;
        };
    }

    /** The incidents of the subject's day that the rule counts, in the given order. */
    public static List<CountedIncident> counted(
            AlertRule rule, SubjectKind countBy, Collection<CountedIncident> incidentsOfDay) {
        return incidentsOfDay.stream()
                .filter(incident -> counts(rule, countBy, incident))
                .toList();
    }

    private static boolean counts(AlertRule rule, SubjectKind kind, CountedIncident incident) {
        RuleMatch match = rule.getMatch();
        boolean onTheDay = incident.getAttackDate().isPresent()
                && (incident.getCertain() || rule.getBasis() == CountBasis.POSSIBLE);
        boolean trusted = incident.getConfidence() >= rule.getMinConfidence()
                && incident.getPublishers() >= rule.getMinPublishers();
        boolean ofKind =
                rule.getStages().contains(incident.getStage()) && has(match.getAttackTypes(), incident.getAttackType());
        return onTheDay && trusted && ofKind && matchesTargets(match, kind, incident) && isThere(match, kind, incident);
    }

    /** What the subject itself has not answered about targets. */
    private static boolean matchesTargets(RuleMatch match, SubjectKind kind, CountedIncident incident) {
        boolean target = kind == SubjectKind.TARGET || meets(match.getTargets(), incident.getTargets());
        boolean group = kind == SubjectKind.TARGET
                || kind == SubjectKind.GROUP
                || meets(match.getGroups(), incident.getGroups());
        boolean type = kind == SubjectKind.TARGET
                || kind == SubjectKind.TARGET_TYPE
                || meets(match.getTypes(), incident.getTargetTypes());
        return target && group && type;
    }

    /** What the subject itself has not answered about places. */
    private static boolean isThere(RuleMatch match, SubjectKind kind, CountedIncident incident) {
        String country = incident.getCountryCode().orElse("");
        String region = country + "." + incident.getAdmin1().orElse("");
        boolean inCountry = kind == SubjectKind.COUNTRY || has(match.getCountries(), country);
        boolean inRegion = kind == SubjectKind.REGION || has(match.getRegions(), region);
        return inCountry && inRegion;
    }

    private static boolean hasCountry(RuleMatch match, Subject subject) {
        return has(match.getCountries(), subject.getCountryCode().orElse(""));
    }

    private static <T> boolean has(List<T> any, T one) {
        return any.isEmpty() || any.contains(one);
    }

    private static <T> boolean meets(List<T> any, List<T> some) {
        return any.isEmpty() || !Collections.disjoint(any, some);
    }
}
