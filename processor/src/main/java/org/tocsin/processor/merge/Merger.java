package org.tocsin.processor.merge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.IncidentState;
import org.tocsin.schemas.MergedReport;
import org.tocsin.schemas.Records;
import org.tocsin.schemas.ReportRef;

/**
 * Takes one report and says what it changes: it joins the incident it tells of, bridges two, makes a new one, replaces
 * what its article said before, or is taken back. Changes nothing itself.
 */
final class Merger {
    /** Larger incidents are not taken apart when one report leaves: one link fewer does not break them. */
    private static final int LARGEST_RECLUSTERED = 30;

    /** So many of the incidents that a report may tell of are looked at again: more cost time and change nothing. */
    private static final int RECONSIDERED = 3;

    private final MergeRule rule;
    private final NameWords nameWords;
    private final IncidentIndex index;
    private final KnownIncidents known;

    Merger(MergeRule rule, NameWords nameWords, IncidentIndex index, KnownIncidents known) {
        this.rule = rule;
        this.nameWords = nameWords;
        this.index = index;
        this.known = known;
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
        private final Watchlist watchlist;
        private final Changes changes;

        Step(IncidentReport report, Watchlist watchlist, Changes changes) {
            this.report = report;
            this.watchlist = watchlist;
            this.changes = changes;
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
            List<IncidentReport> all = members(state);
            List<IncidentReport> rest = all.stream()
                    .filter(r -> !r.getReportId().equals(report.getReportId()))
                    .toList();
            int voteless = state.getIncident().getReportCount() - all.size();
            int dropped = rest.size() < all.size() ? voteless : Math.max(0, voteless - 1);
            if (rest.isEmpty() && dropped == 0) {
                retract(state, kind);
                return;
            }
            List<List<IncidentReport>> groups = groups(rest, state);
            put(
                    new Assembly(
                            state.getIncident().getIncidentId(),
                            Optional.of(state),
                            groups.isEmpty() ? List.of() : groups.get(0),
                            dropped,
                            Set.of(report.getReportId()),
                            List.of()),
                    kind);
            for (List<IncidentReport> group : groups.subList(Math.min(1, groups.size()), groups.size())) {
                put(new Assembly(freeId(group.get(0)), Optional.empty(), group, 0), kind);
            }
        }

        /** Joins the incident that the report most probably tells of, or makes a new one. */
        void place(Optional<String> left) {
            Profile profile = Profile.of(report, nameWords);
            List<Match> matches = matches(profile, left);
            if (!matches.isEmpty() && rule.joins(matches.get(0).probability)) {
                IncidentState joined = join(matches.get(0).state);
                left.filter(id -> isRetracted(id))
                        .ifPresent(id -> forward(id, joined.getIncident().getIncidentId()));
                reconsider(bridge(joined, matches.subList(1, matches.size())), matches);
            } else {
                reconsider(found(left), matches);
            }
        }

        /** A new incident, or the one that had only this report. */
        private IncidentState found(Optional<String> left) {
            return left.filter(this::isRetracted)
                    .map(id -> put(new Assembly(id, changes.incident(id), List.of(report), 0), CauseKind.REPORT))
                    .orElseGet(() ->
                            put(new Assembly(freeId(report), Optional.empty(), List.of(report), 0), CauseKind.REPORT));
        }

        private boolean isRetracted(String incidentId) {
            return changes.incident(incidentId)
                    .filter(s -> s.getIncident().getRetracted())
                    .isPresent();
        }

        /** What the report may tell of, the most probable first; of equals the older one. */
        private List<Match> matches(Profile profile, Optional<String> left) {
            List<Match> matches = new ArrayList<>();
            for (Profile candidate : index.candidates(profile)) {
                if (left.filter(candidate.id::equals).isEmpty()) {
                    match(profile, candidate).ifPresent(matches::add);
                }
            }
            left.filter(id -> !isRetracted(id))
                    .flatMap(changes::incident)
                    .flatMap(s -> match(profile, Profile.of(s, nameWords)))
                    .ifPresent(matches::add);
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
            List<IncidentReport> all = new ArrayList<>(members(state));
            int dropped = state.getIncident().getReportCount() - all.size();
            all.add(report);
            return put(
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

        /**
         * Clusters again all reports of the incidents that the report may tell of, with its own: the earlier ones were
         * placed without knowing of the later. So the same incidents come out in whatever order their reports come in, and a
         * report that was placed wrongly is put right once its own attack is known.
         */
        private void reconsider(IncidentState own, List<Match> matches) {
            Map<String, List<IncidentReport>> members = new LinkedHashMap<>();
            addWhole(own, members);
            if (members.isEmpty() || matches.isEmpty()) {
                return;
            }
            for (Match match : matches.subList(0, Math.min(RECONSIDERED, matches.size()))) {
                changes.living(match.state.getIncident().getIncidentId()).ifPresent(state -> addWhole(state, members));
            }
            List<IncidentReport> all =
                    members.values().stream().flatMap(List::stream).toList();
            Regrouping regrouping = Regrouping.of(members, new Clustering(rule, nameWords).of(all));
            if (!regrouping.changesNothing(members)) {
                regroup(regrouping);
            }
        }

        /** Adds the incident's reports unless they are too many, or not all are kept. */
        private void addWhole(IncidentState state, Map<String, List<IncidentReport>> members) {
            List<IncidentReport> reports = members(state);
            boolean isWhole = state.getBase().isEmpty() && state.getIncident().getReportCount() == reports.size();
            int before = members.values().stream().mapToInt(List::size).sum();
            if (isWhole && before + reports.size() <= LARGEST_RECLUSTERED) {
                members.putIfAbsent(state.getIncident().getIncidentId(), reports);
            }
        }

        private void regroup(Regrouping regrouping) {
            regrouping
                    .kept()
                    .forEach(
                            (id, reports) -> put(new Assembly(id, changes.incident(id), reports, 0), CauseKind.REPORT));
            for (List<IncidentReport> reports : regrouping.founded()) {
                put(new Assembly(freeId(reports.get(0)), Optional.empty(), reports, 0), CauseKind.REPORT);
            }
            regrouping.ended().forEach(this::forward);
        }

        private IncidentState unite(IncidentState one, IncidentState other) {
            boolean oneIsOlder = Assembly.BY_APPEND.compare(one.getFirstOrigin(), other.getFirstOrigin()) <= 0;
            IncidentState older = oneIsOlder ? one : other;
            IncidentState younger = oneIsOlder ? other : one;
            List<IncidentReport> all = new ArrayList<>(members(older));
            all.addAll(members(younger));
            int dropped =
                    older.getIncident().getReportCount() + younger.getIncident().getReportCount() - all.size();
            forward(younger.getIncident().getIncidentId(), older.getIncident().getIncidentId());
            return put(
                    new Assembly(older.getIncident().getIncidentId(), Optional.of(older), all, dropped),
                    CauseKind.REPORT);
        }

        /** The reports that are left as those of one incident or, where only the lost one held them together, several. */
        private List<List<IncidentReport>> groups(List<IncidentReport> rest, IncidentState state) {
            if (rest.size() < 2
                    || rest.size() > LARGEST_RECLUSTERED
                    || state.getBase().isPresent()) {
                return rest.isEmpty() ? List.of() : List.of(rest);
            }
            return new Clustering(rule, nameWords).of(rest);
        }

        private IncidentState put(Assembly assembly, CauseKind kind) {
            IncidentState state = assembly.at(changes.nextRevision(assembly.id()), cause(kind), watchlist);
            changes.put(state);
            for (IncidentReport member : assembly.kept()) {
                boolean moved = changes.report(member.getReportId())
                        .filter(m -> m.getIncidentId().equals(assembly.id()))
                        .isEmpty();
                if (moved || member.getReportId().equals(report.getReportId())) {
                    changes.put(member.getReportId(), new MergedReport(assembly.id(), member, member.getEventTime()));
                }
            }
            for (IncidentReport member : assembly.voteless()) {
                changes.put(member.getReportId(), new MergedReport(assembly.id(), null, member.getEventTime()));
            }
            return state;
        }

        private void retract(IncidentState state, CauseKind kind) {
            IncidentState empty = IncidentState.newBuilder(state)
                    .setBase(null)
                    .setBaseVoices(0)
                    .build();
            changes.put(with(empty, ended(state, kind).setRetracted(true).build()));
        }

        /** The incident turned out to be another one. */
        private void forward(String from, String to) {
            changes.incident(from)
                    .ifPresent(s -> changes.put(with(
                            s,
                            ended(s, CauseKind.REPORT)
                                    .setRetracted(false)
                                    .setMergedInto(to)
                                    .build())));
        }

        private static IncidentState with(IncidentState state, Incident incident) {
            return IncidentState.newBuilder(state).setIncident(incident).build();
        }

        private Incident.Builder ended(IncidentState state, CauseKind kind) {
            Incident incident = state.getIncident();
            return Incident.newBuilder(incident)
                    .setRevision(changes.nextRevision(incident.getIncidentId()))
                    .setReports(List.of())
                    .setReportCount(0)
                    .setCause(cause(kind));
        }

        private Cause cause(CauseKind kind) {
            return Cause.newBuilder()
                    .setKind(kind)
                    .setReportId(report.getReportId())
                    .setArticleId(report.getArticleId())
                    .setOrigin(report.getOrigin())
                    .build();
        }

        private List<IncidentReport> members(IncidentState state) {
            List<IncidentReport> members = new ArrayList<>();
            for (ReportRef ref : state.getIncident().getReports()) {
                if (ref.getReportId().equals(report.getReportId()) && !report.getRetracted()) {
                    members.add(report);
                } else {
                    changes.report(ref.getReportId())
                            .flatMap(MergedReport::getReport)
                            .ifPresent(members::add);
                }
            }
            return members;
        }

        private String freeId(IncidentReport first) {
            String id = first.getReportId();
            for (int i = 2; changes.incident(id).isPresent(); i++) {
                id = UUID.nameUUIDFromBytes((first.getReportId() + "#" + i).getBytes(StandardCharsets.UTF_8))
                        .toString();
            }
            return id;
        }
    }

    /** An incident that a report may tell of. */
    private record Match(IncidentState state, double probability) {}
}
