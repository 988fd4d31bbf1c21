package org.tocsin.processor.merge;

import java.util.Optional;
import org.tocsin.schemas.IncidentState;
import org.tocsin.schemas.MergedReport;

/** What merge has stored. */
public interface KnownIncidents {
    Optional<MergedReport> report(String reportId);

    Optional<IncidentState> incident(String incidentId);
}
