package org.tocsin.processor.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.Passes;
import org.tocsin.schemas.IncidentState;

/** Goes over all incidents each hour of pipeline time, some at a time, and lets {@link Aging} decide what is kept of each. */
final class AgingPass {
    private static final int SLICE = 500;

    private final MergeStores stores;
    private final IncidentIndex index;
    private final MergeModel model;
    private final Passes passes = new Passes();
    private @Nullable String next;

    AgingPass(MergeStores stores, IncidentIndex index, MergeModel model) {
        this.stores = stores;
        this.index = index;
        this.model = model;
    }

    /** Looks at the next 500 incidents at this pipeline time. */
    void slice(Instant time) {
        if (next == null && !passes.begins(time)) {
            return;
        }
        List<IncidentState> looked = new ArrayList<>();
        try (KeyValueIterator<String, IncidentState> incidents = stores.incidentsFrom(next)) {
            while (incidents.hasNext() && looked.size() < SLICE) {
                KeyValue<String, IncidentState> entry = incidents.next();
                looked.add(entry.value);
            }
            next = incidents.hasNext() ? incidents.peekNextKey() : null;
        }
        looked.forEach(state -> age(state, time));
    }

    private void age(IncidentState state, Instant time) {
        boolean ended = state.getIncident().getRetracted()
                || state.getIncident().getMergedInto().isPresent();
        switch (Aging.of(state.getIncident(), time, model.settings())) {
            case OPEN -> {}
            case FINGERPRINT -> {
                if (!ended && !Aging.isFingerprint(state)) {
                    IncidentState fingerprint = Aging.fingerprint(state);
                    stores.keepFingerprint(fingerprint);
                    index.put(Profile.of(fingerprint, model.nameWords()));
                }
            }
            case FORGOTTEN -> {
                stores.forget(state.getIncident().getIncidentId());
                index.remove(state.getIncident().getIncidentId());
            }
        }
    }
}
