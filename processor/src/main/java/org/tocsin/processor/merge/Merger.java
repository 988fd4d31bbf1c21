package org.tocsin.processor.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.IncidentState;
import org.tocsin.schemas.MergedReport;
import org.tocsin.schemas.Records;

/**
 * Takes one report and says what it changes: it joins the incident it tells of, bridges two, makes a new one, replaces
 * what its article said before, or is taken back. Changes nothing itself.
 */
final class Merger {
    private final MergeRule rule;
    private final NameWords nameWords;
    private final IncidentIndex index;
    private final KnownIncidents known;
    private final Clustering clustering;

    Merger(MergeRule rule, NameWords nameWords, IncidentIndex index, KnownIncidents known) {
        this.rule = rule;
        this.nameWords = nameWords;
        this.index = index;
        this.known = known;
        this.clustering = new Clustering(rule, nameWords);
    }

    /** What the report changes; empty when it says nothing that was not known. */
    Changes accept(IncidentReport report, Watchlist watchlist) {
        Step step = new Step(report, watchlist, new Changes(known));
        Optional<MergedReport> former = known.report(report.getReportId());
        if (report.getRetracted()) {
            former.ifPresent(f -> step.withdraw(f, CauseKind.RETRACTION));
        } else if (former.isEmpty()) {
            step.place(Optional.empty());
        } else if (former.get().getReport().filter(f -> sameContent(f, report)).isEmpty()) {
            // Also when what it said is no longer kept: it comes again only because its article has changed.
            step.replace(former.get());
        }
        return step.changes;
    }

    /** Read again from another place, the same report says nothing new. */
    private static boolean sameContent(IncidentReport one, IncidentReport other) {
        return Records.sameBut(one, other, Set.of("origin", "eventTime"));
    }

    /** One report on its way. */
    private final class Step {
        private final IncidentReport report;
        private final Changes changes;
        private final IncidentWriter writer;

        Step(IncidentReport report, Watchlist watchlist, Changes changes) {
            this.report = report;
            this.changes = changes;
            this.writer = new IncidentWriter(report, watchlist, changes);
        }

        /** An edited report: out of where it was, then wherever it belongs now, where it was if nowhere else. */
        void replace(MergedReport former) {
            String left = changes.living(former.getIncidentId())
                    .map(s -> s.getIncident().getIncidentId())
                    .orElse(former.getIncidentId());
            withdraw(former, CauseKind.REPORT);
            place(Optional.of(left));
        }

        /** Takes the report out of its incident and re-clusters what is left. */
        void withdraw(MergedReport former, CauseKind kind) {
            changes.remove(report.getReportId());
            Optional<IncidentState> living = changes.living(former.getIncidentId());
            if (living.isEmpty()) {
                return;
            }
            IncidentState state = living.get();
            List<IncidentReport> all = writer.members(state);
            List<IncidentReport> rest = all.stream()
                    .filter(r -> !r.getReportId().equals(report.getReportId()))
                    .toList();
            int voteless = state.getIncident().getReportCount() - all.size();
            int dropped = rest.size() < all.size() ? voteless : Math.max(0, voteless - 1);
            if (rest.isEmpty() && dropped == 0) {
                writer.retract(state, kind);
                return;
            }
            if (rest.isEmpty() && state.getBase().isEmpty()) {
                writer.keepWithout(state, dropped, kind);
                return;
            }
            List<List<IncidentReport>> groups = groups(rest, state);
            writer.put(
                    new Assembly(
                            state.getIncident().getIncidentId(),
                            Optional.of(state),
                            groups.isEmpty() ? List.of() : groups.get(0),
                            dropped,
                            Set.of(report.getReportId()),
                            List.of()),
                    kind);
            for (List<IncidentReport> group : groups.subList(Math.min(1, groups.size()), groups.size())) {
                writer.put(new Assembly(writer.freeId(group.get(0)), Optional.empty(), group, 0), kind);
            }
        }

        /** Joins the incident that the report most probably tells of, or makes a new one. */
        void place(Optional<String> left) {
            Profile profile = Profile.of(report, nameWords);
            List<Match> matches = matches(profile);
            if (!matches.isEmpty() && rule.joins(matches.get(0).probability)) {
                IncidentState joined = join(matches.get(0).state);
                reconsider(bridge(joined, matches.subList(1, matches.size())), matches);
            } else {
                reconsider(found(left), matches);
            }
            left.filter(this::isRetracted)
                    .ifPresent(id -> writer.endIn(
                            id,
                            changes.report(report.getReportId()).orElseThrow().getIncidentId()));
        }

        /** A new incident, or the one that had only this report. */
        private IncidentState found(Optional<String> left) {
            return left.filter(this::isRetracted)
                    .map(id -> writer.put(new Assembly(id, changes.incident(id), List.of(report), 0), CauseKind.REPORT))
                    .orElseGet(() -> writer.put(
                            new Assembly(writer.freeId(report), Optional.empty(), List.of(report), 0),
                            CauseKind.REPORT));
        }

        private boolean isRetracted(String incidentId) {
            return changes.incident(incidentId)
                    .filter(s -> s.getIncident().getRetracted())
                    .isPresent();
        }

        /** What the report may tell of, the most probable first; of equals the older one. */
        private List<Match> matches(Profile profile) {
            List<Match> matches = new ArrayList<>();
            for (Profile candidate : index.candidates(profile)) {
                if (!changes.hasChanged(candidate.id)) {
                    match(profile, candidate).ifPresent(matches::add);
                }
            }
            changes.changedLiving()
                    .forEach(s -> match(profile, Profile.of(s, nameWords)).ifPresent(matches::add));
            matches.sort(Comparator.comparingDouble((Match m) -> -m.probability)
                    .thenComparing(m -> m.state.getFirstOrigin(), Assembly.BY_APPEND));
            return matches;
        }

        /** Only what may join or bridge is read from the store: that costs more than the comparison. */
        private Optional<Match> match(Profile profile, Profile candidate) {
            double probability = rule.probability(profile, candidate);
            return rule.isPossible(probability)
                    ? changes.incident(candidate.id).map(state -> new Match(state, probability))
                    : Optional.empty();
        }

        private IncidentState join(IncidentState state) {
            List<IncidentReport> all = new ArrayList<>(writer.members(state));
            int dropped = state.getIncident().getReportCount() - all.size();
            all.add(report);
            return writer.put(
                    new Assembly(state.getIncident().getIncidentId(), Optional.of(state), all, dropped),
                    CauseKind.REPORT);
        }

        /** Incidents that the report shows to be the same as the one it joined. */
        private IncidentState bridge(IncidentState joined, List<Match> others) {
            IncidentState living = joined;
            for (Match other : others) {
                if (rule.bridges(other.probability)
                        && rule.bridges(
                                rule.probability(Profile.of(living, nameWords), Profile.of(other.state, nameWords)))) {
                    living = unite(living, other.state);
                }
            }
            return living;
        }

        private void reconsider(IncidentState own, List<Match> matches) {
            new Reconsideration(clustering, changes, writer)
                    .of(own, matches.stream().map(Match::state).toList());
        }

        private IncidentState unite(IncidentState one, IncidentState other) {
            boolean oneIsOlder = Assembly.BY_APPEND.compare(one.getFirstOrigin(), other.getFirstOrigin()) <= 0;
            IncidentState older = oneIsOlder ? one : other;
            IncidentState younger = oneIsOlder ? other : one;
            List<IncidentReport> all = new ArrayList<>(writer.members(older));
            all.addAll(writer.members(younger));
            int dropped =
                    older.getIncident().getReportCount() + younger.getIncident().getReportCount() - all.size();
            writer.endIn(
                    younger.getIncident().getIncidentId(), older.getIncident().getIncidentId());
            return writer.put(
                    new Assembly(older.getIncident().getIncidentId(), Optional.of(older), all, dropped),
                    CauseKind.REPORT);
        }

        /** The reports that are left as those of one incident or, where only the lost one held them together, several. */
        private List<List<IncidentReport>> groups(List<IncidentReport> rest, IncidentState state) {
            if (rest.size() < 2
                    || rest.size() > Clustering.LARGEST
                    || state.getBase().isPresent()) {
                return rest.isEmpty() ? List.of() : List.of(rest);
            }
            return clustering.of(rest);
        }
    }

    /** An incident that a report may tell of. */
    private record Match(IncidentState state, double probability) {}
}
