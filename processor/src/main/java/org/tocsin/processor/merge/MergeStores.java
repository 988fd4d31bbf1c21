package org.tocsin.processor.merge;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.Expiry;
import org.tocsin.processor.Names;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.IncidentState;
import org.tocsin.schemas.MergedReport;
import org.tocsin.schemas.PipelineTime;
import org.tocsin.schemas.Progress;
import org.tocsin.schemas.ReportRef;

/** What merge keeps: reports by their id, incidents by theirs. */
final class MergeStores implements KnownIncidents {
    /** Of one task; a report takes some kilobytes of memory, and so does an incident. */
    private static final int REPORTS_IN_MEMORY = 2000;

    private static final int INCIDENTS_IN_MEMORY = 1000;

    private final KeyValueStore<String, IncidentState> storedIncidents;
    private final RecentValues<MergedReport> reports;
    private final RecentValues<IncidentState> incidents;
    private final KeyValueStore<String, PipelineTime> time;
    private final KeyValueStore<String, Progress> progress;
    private final Expiry<MergedReport> expiry;

    MergeStores(ProcessorContext<?, ?> context) {
        KeyValueStore<String, MergedReport> storedReports =
                requireNonNull(context.getStateStore(Names.MERGE_REPORTS_STORE));
        storedIncidents = requireNonNull(context.getStateStore(Names.MERGE_INCIDENTS_STORE));
        reports = new RecentValues<>(storedReports, REPORTS_IN_MEMORY);
        incidents = new RecentValues<>(storedIncidents, INCIDENTS_IN_MEMORY);
        expiry = new Expiry<>(storedReports, MergedReport::getEventTime);
        time = requireNonNull(context.getStateStore(Names.MERGE_TIME_STORE));
        progress = requireNonNull(context.getStateStore(Names.MERGE_PROGRESS_STORE));
    }

    static Set<StoreBuilder<?>> builders(AvroSerdes serdes) {
        return Set.of(
                builder(Names.MERGE_REPORTS_STORE, serdes.values(MergedReport.class)),
                builder(Names.MERGE_INCIDENTS_STORE, serdes.values(IncidentState.class)),
                builder(Names.MERGE_TIME_STORE, serdes.values(PipelineTime.class)),
                builder(Names.MERGE_PROGRESS_STORE, serdes.values(Progress.class)));
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> builder(String name, Serde<T> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingEnabled();
    }

    @Override
    public Optional<MergedReport> report(String reportId) {
        return reports.get(reportId);
    }

    @Override
    public Optional<IncidentState> incident(String incidentId) {
        return incidents.get(incidentId);
    }

    /** How far the watchlist has been applied. */
    KeyValueStore<String, Progress> progress() {
        return progress;
    }

    /** Incidents from that key on; null for the first; to be closed after use. */
    KeyValueIterator<String, IncidentState> incidentsFrom(@Nullable String key) {
        return storedIncidents.range(key, null);
    }

    /** Deletes, some at a time, reports from before the limit. */
    void expireReports(Instant limit) {
        if (expiry.slice(limit) > 0) {
            reports.forget();
        }
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
        return storedIncidents.all();
    }

    /** Stores what an input changed. */
    void put(Changes changes) {
        changes.reports().forEach((id, report) -> reports.put(id, report.orElse(null)));
        for (Changes.Revision revision : changes.revisions()) {
            incidents.put(revision.after().getIncident().getIncidentId(), revision.after());
        }
    }
}
