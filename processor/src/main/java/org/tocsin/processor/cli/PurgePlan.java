package org.tocsin.processor.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Incident;

/**
 * Which public records are of days before a date. An incident is as old as the last day of its attack or its last
 * report, whichever is later; a count and an alert are as old as their day.
 *
 * @param topics in the order in which they are purged: what leads back to another goes before it
 */
record PurgePlan(List<OfTopic> topics) {
    /** Where a key stands. Alerts are partitioned by subject, so their key alone does not say it. */
    record At(int partition, String key) {}

    /** What is to go of one topic, by its name without prefix, and how many keys it holds. */
    record OfTopic(String topic, List<At> keys, int held) {}

    /** A record's last day, and the incident that it was merged into. */
    record Aged(LocalDate day, Optional<String> mergedInto) {
        static Aged of(Incident incident) {
            LocalDate reported = civilDay(incident.getLastReportedAt());
            LocalDate day = incident.getAttackDate()
                    .map(DateRange::getLatest)
                    .filter(reported::isBefore)
                    .orElse(reported);
            return new Aged(day, incident.getMergedInto());
        }

        static Aged of(DailyTally count) {
            return new Aged(count.getDate(), Optional.empty());
        }

        static Aged of(Alert alert) {
            return new Aged(alert.getDate(), Optional.empty());
        }
    }

    /**
     * The latest date that may be purged before: days and incidents that a running pipeline still holds it would write
     * again.
     *
     * @param completeThrough pipeline time
     */
    static LocalDate latest(Settings settings, Instant completeThrough) {
        Duration held = Stream.of(settings.keepDays(), settings.keepFingerprints(), settings.keepCandidates())
                .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) < 0 ? b : a);
        return civilDay(completeThrough.minus(held));
    }

    /** The part of a plan for a topic with these newest records. */
    static OfTopic of(String topic, Map<At, Aged> newest, LocalDate before) {
        Set<String> gone = gone(newest, before);
        List<At> keys =
                newest.keySet().stream().filter(at -> gone.contains(at.key())).toList();
        return new OfTopic(topic, keys, newest.size());
    }

    /** What was merged into another goes with it at the latest: its record would name one that is not there. */
    private static Set<String> gone(Map<At, Aged> newest, LocalDate before) {
        Set<String> gone = new HashSet<>();
        Map<String, List<String>> mergedInto = new HashMap<>();
        newest.forEach((at, aged) -> {
            if (aged.day().isBefore(before)) {
                gone.add(at.key());
            }
            aged.mergedInto().ifPresent(into -> mergedInto
                    .computeIfAbsent(into, key -> new ArrayList<>())
                    .add(at.key()));
        });
        List<String> open = new ArrayList<>(gone);
        while (!open.isEmpty()) {
            mergedInto.getOrDefault(open.remove(open.size() - 1), List.of()).stream()
                    .filter(gone::add)
                    .forEach(open::add);
        }
        return gone;
    }

    boolean isEmpty() {
        return topics.stream().allMatch(topic -> topic.keys().isEmpty());
    }

    /** For the person who is asked. */
    List<String> lines(String prefix) {
        return topics.stream()
                .map(topic -> "%d of the %d %s, PUBLIC topic %s"
                        .formatted(
                                topic.keys().size(),
                                topic.held(),
                                topic.topic().replace('-', ' '),
                                prefix + topic.topic()))
                .toList();
    }

    private static LocalDate civilDay(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
