package org.tocsin.processor.merge;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.Perpetrator;
import org.tocsin.schemas.ReportedTarget;
import org.tocsin.schemas.Weapon;

/** The lists of an incident: whatever any report names, those that most publishers name first. */
final class TargetVote {
    /** Longest list kept of an incident. */
    private static final int MOST = 24;

    private TargetVote() {}

    static List<ReportedTarget> targets(List<Voice> voices) {
        return ranked(
                        voices,
                        IncidentReport::getTargets,
                        t -> t.getRole() + "|" + Profile.head(t.getText()) + "|" + t.getDerivedId())
                .stream()
                .map(r ->
                        ReportedTarget.newBuilder(r.value).setSupport(r.support).build())
                .toList();
    }

    static List<Perpetrator> perpetrators(List<Voice> voices) {
        return ranked(voices, IncidentReport::getPerpetrators, p -> p.getKind() + "|" + Profile.head(p.getText()))
                .stream()
                .map(r -> Perpetrator.newBuilder(r.value).setSupport(r.support).build())
                .toList();
    }

    static List<Weapon> weapons(List<Voice> voices) {
        return ranked(voices, IncidentReport::getWeapons, w -> w.getType() + "|" + Profile.head(w.getText())).stream()
                .map(r -> Weapon.newBuilder(r.value).setSupport(r.support).build())
                .toList();
    }

    /** A thing that is named, by how many. */
    private record Ranked<T>(T value, int support) {}

    private static <T> List<Ranked<T>> ranked(
            List<Voice> voices, Function<IncidentReport, List<T>> list, Function<T, String> key) {
        Map<String, Ranked<T>> found = new LinkedHashMap<>();
        for (Voice voice : voices) {
            Set<String> said = new HashSet<>();
            for (IncidentReport report : voice.reports()) {
                for (T value : list.apply(report)) {
                    String name = key.apply(value);
                    if (said.add(name)) {
                        found.merge(
                                name,
                                new Ranked<>(value, voice.weight()),
                                (old, more) -> new Ranked<>(old.value, old.support + more.support));
                    }
                }
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingInt((Ranked<T> r) -> -r.support))
                .limit(MOST)
                .toList();
    }
}
