package org.tocsin.processor.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.IncidentReport;

/**
 * A few reports clustered on their own, the surest pair first, so that the order in which they came does not matter. A
 * single report joins from the rule's lower threshold on, two incidents of several reports become one from its higher.
 */
final class Clustering {
    /** More reports are not clustered again: one link fewer does not break a large incident. */
    static final int LARGEST = 30;

    private static final Cause NONE =
            Cause.newBuilder().setKind(CauseKind.UNKNOWN).build();

    private final MergeRule rule;
    private final NameWords nameWords;

    Clustering(MergeRule rule, NameWords nameWords) {
        this.rule = rule;
        this.nameWords = nameWords;
    }

    /** Reports that tell of one incident, so far; equal only to itself. */
    private static final class Group {
        private final List<IncidentReport> reports;
        private final Profile profile;

        Group(List<IncidentReport> reports, Profile profile) {
            this.reports = reports;
            this.profile = profile;
        }
    }

    /** Two groups that may become one. */
    private record Pair(Group one, Group other, double probability) {
        boolean has(Group group) {
            return group == one || group == other;
        }
    }

    /** Groups of reports that tell of one incident; the group of the first report comes first. */
    List<List<IncidentReport>> of(List<IncidentReport> reports) {
        List<Group> groups = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        for (IncidentReport report : reports.stream().sorted(Voice.BY_TIME).toList()) {
            Group single = new Group(List.of(report), Profile.of(report, nameWords));
            groups.forEach(group -> pair(group, single).ifPresent(pairs::add));
            groups.add(single);
        }
        while (!pairs.isEmpty()) {
            // The first of equals.
            Pair surest = Collections.max(pairs, Comparator.comparingDouble(Pair::probability));
            Group joined = join(surest);
            groups.set(Math.min(groups.indexOf(surest.one()), groups.indexOf(surest.other())), joined);
            groups.removeIf(surest::has);
            pairs.removeIf(pair -> pair.has(surest.one()) || pair.has(surest.other()));
            groups.stream().filter(group -> group != joined).forEach(group -> pair(group, joined)
                    .ifPresent(pairs::add));
        }
        return groups.stream().map(group -> group.reports).toList();
    }

    /** Empty when it is too improbable that they are one. */
    private Optional<Pair> pair(Group one, Group other) {
        double probability = rule.probability(other.profile, one.profile);
        boolean single = one.reports.size() == 1 || other.reports.size() == 1;
        return (single ? rule.joins(probability) : rule.bridges(probability))
                ? Optional.of(new Pair(one, other, probability))
                : Optional.empty();
    }

    private Group join(Pair pair) {
        List<IncidentReport> all = new ArrayList<>(pair.one().reports);
        all.addAll(pair.other().reports);
        Assembly assembly = new Assembly(all.get(0).getReportId(), Optional.empty(), all, 0);
        return new Group(assembly.kept(), Profile.of(assembly.at(1, NONE, Watchlist.NONE), nameWords));
    }
}
