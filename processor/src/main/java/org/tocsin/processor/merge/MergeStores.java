package org.tocsin.processor.merge;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.Names;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.IncidentState;
import org.tocsin.schemas.MergedReport;
import org.tocsin.schemas.PipelineTime;
import org.tocsin.schemas.Progress;
import org.tocsin.schemas.ReportRef;

/** What merge keeps: reports by their id, incidents by theirs. */
final class MergeStores implements KnownIncidents {
    private final KeyValueStore<String, MergedReport> reports;
    private final KeyValueStore<String, IncidentState> incidents;
    private final KeyValueStore<String, PipelineTime> time;
    private final KeyValueStore<String, Progress> progress;

    MergeStores(ProcessorContext<?, ?> context) {
        reports = requireNonNull(context.getStateStore(Names.MERGE_REPORTS_STORE));
        incidents = requireNonNull(context.getStateStore(Names.MERGE_INCIDENTS_STORE));
        time = requireNonNull(context.getStateStore(Names.MERGE_TIME_STORE));
        progress = requireNonNull(context.getStateStore(Names.MERGE_PROGRESS_STORE));
    }

    static Set<StoreBuilder<?>> builders(AvroSerdes serdes) {
        return Set.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(Names.MERGE_REPORTS_STORE),
                        Serdes.String(),
                        serdes.values(MergedReport.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(Names.MERGE_INCIDENTS_STORE),
                        Serdes.String(),
                        serdes.values(IncidentState.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(Names.MERGE_TIME_STORE),
                        Serdes.String(),
                        serdes.values(PipelineTime.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(Names.MERGE_PROGRESS_STORE),
                        Serdes.String(),
                        serdes.values(Progress.class)));
    }

    @Override
    public Optional<MergedReport> report(String reportId) {
        return Optional.ofNullable(reports.get(reportId));
    }

    @Override
    public Optional<IncidentState> incident(String incidentId) {
        return Optional.ofNullable(incidents.get(incidentId));
    }

    /** How far the watchlist has been applied. */
    KeyValueStore<String, Progress> progress() {
        return progress;
    }

    /** Incidents from that key on; null for the first; to be closed after use. */
    KeyValueIterator<String, IncidentState> incidentsFrom(@Nullable String key) {
        return incidents.range(key, null);
    }

    /** All reports. */
    KeyValueStore<String, MergedReport> reports() {
        return reports;
    }

    /** Keeps only the incident's fingerprint; its reports no longer vote. */
    void keepFingerprint(IncidentState state) {
        incidents.put(state.getIncident().getIncidentId(), state);
        for (ReportRef ref : state.getIncident().getReports()) {
            report(ref.getReportId())
                    .filter(merged -> merged.getReport().isPresent())
                    .ifPresent(merged -> reports.put(
                            ref.getReportId(), new MergedReport(merged.getIncidentId(), null, merged.getEventTime())));
        }
    }

    void put(IncidentState state) {
        incidents.put(state.getIncident().getIncidentId(), state);
    }

    void forget(String incidentId) {
        incidents.delete(incidentId);
    }

    /** The task's clock. */
    KeyValueStore<String, PipelineTime> time() {
        return time;
    }

    /** Every incident, to be closed after use. */
    KeyValueIterator<String, IncidentState> incidents() {
        return incidents.all();
    }

    /** Stores what an input changed. */
    void put(Changes changes) {
        changes.reports().forEach((id, report) -> reports.put(id, report.orElse(null)));
        for (Changes.Revision revision : changes.revisions()) {
            incidents.put(revision.after().getIncident().getIncidentId(), revision.after());
        }
    }
}
