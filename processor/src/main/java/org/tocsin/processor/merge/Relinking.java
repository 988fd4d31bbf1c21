package org.tocsin.processor.merge;

import java.util.List;
import java.util.Optional;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentState;
import org.tocsin.schemas.LinkedTarget;

/** An incident under another watchlist. */
final class Relinking {
    private Relinking() {}

    /** The incident's next revision, when it counts for other targets now. */
    static Optional<IncidentState> of(IncidentState state, Watchlist watchlist) {
        Incident incident = state.getIncident();
        if (incident.getRetracted() || incident.getMergedInto().isPresent()) {
            return Optional.empty();
        }
        List<LinkedTarget> linked = Linking.of(incident.getTargets(), incident.getPlace(), watchlist);
        if (linked.equals(incident.getLinkedTargets())) {
            return Optional.empty();
        }
        Incident next = Incident.newBuilder(incident)
                .setRevision(incident.getRevision() + 1)
                .setLinkedTargets(linked)
                .setWatchlistVersion(watchlist.version())
                .setCause(Cause.newBuilder()
                        .setKind(CauseKind.WATCHLIST)
                        .setWatchlistVersion(watchlist.version())
                        .build())
                .build();
        return Optional.of(IncidentState.newBuilder(state).setIncident(next).build());
    }
}
