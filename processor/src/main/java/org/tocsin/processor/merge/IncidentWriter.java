package org.tocsin.processor.merge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.IncidentState;
import org.tocsin.schemas.MergedReport;
import org.tocsin.schemas.ReportRef;

/** Writes down in {@link Changes} what one report makes of incidents. */
final class IncidentWriter {
    private final IncidentReport report;
    private final Watchlist watchlist;
    private final Changes changes;

    IncidentWriter(IncidentReport report, Watchlist watchlist, Changes changes) {
        this.report = report;
        this.watchlist = watchlist;
        this.changes = changes;
    }

    /** The incident as it is now, at its next revision; its reports point to it. */
    IncidentState put(Assembly assembly, CauseKind kind) {
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

    /** No report tells of it any more. */
    void retract(IncidentState state, CauseKind kind) {
        IncidentState empty =
                IncidentState.newBuilder(state).setBase(null).setBaseVoices(0).build();
        changes.put(with(empty, ended(state, kind).setRetracted(true).build()));
    }

    /** The incident turned out to be another one. */
    void endIn(String from, String to) {
        changes.incident(from)
                .ifPresent(s -> changes.put(with(
                        s,
                        ended(s, CauseKind.REPORT)
                                .setRetracted(false)
                                .setMergedInto(to)
                                .build())));
    }

    /** Reports that are no longer kept still tell of it: as it was, without the reports that left. */
    void keepWithout(IncidentState state, int reports, CauseKind kind) {
        changes.put(with(state, ended(state, kind).setReportCount(reports).build()));
    }

    /** Its reports, as far as they are kept. */
    List<IncidentReport> members(IncidentState state) {
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

    /** That of its first report, unless another incident has it. */
    String freeId(IncidentReport first) {
        String id = first.getReportId();
        for (int i = 2; changes.incident(id).isPresent(); i++) {
            id = UUID.nameUUIDFromBytes((first.getReportId() + "#" + i).getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
        return id;
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
}
