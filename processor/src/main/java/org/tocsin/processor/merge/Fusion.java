package org.tocsin.processor.merge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tocsin.schemas.AcledSubEventType;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.Stage;
import org.tocsin.schemas.Support;

/**
 * The fields of an incident, decided over all its reports: each independent publisher has one vote. The same reports give
 * the same incident in whatever order they came.
 */
final class Fusion {
    /** How much a further publisher adds to what is doubted: they read each other. */
    private static final double FURTHER_VOICE = 0.5;

    private final List<Voice> voices;
    private final Optional<DateRange> date;
    private final Optional<Place> place;
    private final AttackType type;
    private final Optional<CountRange> killed;
    private final Optional<CountRange> injured;

    Fusion(List<Voice> voices) {
        this.voices = voices;
        date = DateVote.of(voices);
        place = PlaceVote.of(voices);
        type = most(IncidentReport::getAttackType, AttackType.UNKNOWN);
        killed = CountVote.of(voices, IncidentReport::getKilled);
        injured = CountVote.of(voices, IncidentReport::getInjured);
    }

    /** Sets the fused fields. */
    void into(Incident.Builder incident) {
        incident.setAttackType(type)
                .setAcledSubEventType(acled())
                .setStage(most(IncidentReport::getStage, Stage.UNKNOWN))
                .setAttackDate(date.orElse(null))
                .setPlace(place.orElse(null))
                .setTargets(TargetVote.targets(voices))
                .setPerpetrators(TargetVote.perpetrators(voices))
                .setWeapons(TargetVote.weapons(voices))
                .setKilled(killed.orElse(null))
                .setInjured(injured.orElse(null))
                .setSupport(support())
                .setConfidence(confidence());
    }

    private AcledSubEventType acled() {
        List<Voice> agreeing = voices.stream()
                .filter(v -> v.newest(r -> Optional.of(r.getAttackType()))
                        .filter(type::equals)
                        .isPresent())
                .toList();
        return most(agreeing, IncidentReport::getAcledSubEventType, AcledSubEventType.UNKNOWN);
    }

    private Support support() {
        return Support.newBuilder()
                .setAttackType(count(v -> v.newest(r -> Optional.of(r.getAttackType())), t -> t == type))
                .setAttackDate(count(
                        v -> v.first(IncidentReport::getAttackDate),
                        range -> date.filter(d -> DateVote.agrees(range, d)).isPresent()))
                .setPlace(place.map(p -> PlaceVote.support(voices, p)).orElse(0))
                .setKilled(CountVote.support(voices, IncidentReport::getKilled, killed))
                .setInjured(CountVote.support(voices, IncidentReport::getInjured, injured))
                .build();
    }

    private <T> int count(Function<Voice, Optional<T>> said, Predicate<T> agrees) {
        return voices.stream()
                .filter(v -> said.apply(v).filter(agrees).isPresent())
                .mapToInt(Voice::weight)
                .sum();
    }

    /** Noisy-or over the publishers, further ones discounted. */
    private double confidence() {
        List<Double> sorted = voices.stream()
                .map(v -> v.reports().stream()
                        .mapToDouble(IncidentReport::getConfidence)
                        .max()
                        .orElse(0))
                .sorted(Comparator.reverseOrder())
                .toList();
        double doubt = 1;
        for (int i = 0; i < sorted.size(); i++) {
            doubt *= 1 - sorted.get(i) * (i == 0 ? 1 : FURTHER_VOICE);
        }
        return 1 - doubt;
    }

    private <T extends Enum<T>> T most(Function<IncidentReport, T> field, T unknown) {
        return most(voices, field, unknown);
    }

    /** What most publishers say; of equals what was said first; unknown says nothing. */
    private static <T extends Enum<T>> T most(List<Voice> voices, Function<IncidentReport, T> field, T unknown) {
        Map<T, Integer> votes = new HashMap<>();
        voices.forEach(v -> v.newest(r -> Optional.of(field.apply(r)).filter(t -> t != unknown))
                .ifPresent(t -> votes.merge(t, v.weight(), Integer::sum)));
        int top = votes.values().stream().mapToInt(v -> v).max().orElse(0);
        Stream<T> said = voices.stream()
                .flatMap(v -> v.reports().stream())
                .sorted(Voice.BY_TIME)
                .map(field);
        return said.filter(t -> votes.getOrDefault(t, 0) == top && top > 0)
                .findFirst()
                .orElse(unknown);
    }
}
