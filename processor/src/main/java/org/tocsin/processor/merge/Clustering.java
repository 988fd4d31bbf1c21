package org.tocsin.processor.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.IncidentReport;

/** A few reports clustered on their own, in the order in which they were published. */
final class Clustering {
    private static final Cause NONE =
            Cause.newBuilder().setKind(CauseKind.UNKNOWN).build();

    private final MergeRule rule;
    private final NameWords nameWords;

    Clustering(MergeRule rule, NameWords nameWords) {
        this.rule = rule;
        this.nameWords = nameWords;
    }

    /** Groups of reports that tell of one incident; the group of the first report comes first. */
    List<List<IncidentReport>> of(List<IncidentReport> reports) {
        List<List<IncidentReport>> groups = new ArrayList<>();
        for (IncidentReport report : reports.stream().sorted(Voice.BY_TIME).toList()) {
            Profile profile = Profile.of(report, nameWords);
            List<IncidentReport> best = null;
            double most = 0;
            for (List<IncidentReport> group : groups) {
                double probability = rule.probability(profile, together(group));
                if (probability > most) {
                    most = probability;
                    best = group;
                }
            }
            if (best == null || !rule.joins(most)) {
                best = new ArrayList<>();
                groups.add(best);
            }
            best.add(report);
        }
        return groups;
    }

    private Profile together(List<IncidentReport> group) {
        Assembly assembly = new Assembly(group.get(0).getReportId(), Optional.empty(), group, 0);
        return Profile.of(assembly.at(1, NONE, Watchlist.NONE), nameWords);
    }
}
