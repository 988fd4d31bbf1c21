package org.tocsin.bench.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.processor.merge.Assembly;
import org.tocsin.processor.merge.Comparison;
import org.tocsin.processor.merge.IncidentIndex;
import org.tocsin.processor.merge.NameWords;
import org.tocsin.processor.merge.Profile;
import org.tocsin.processor.merge.Watchlist;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.IncidentState;

/**
 * Training pairs: each report against the incidents that the index offers it, as they stood when it came, with the gold
 * telling which reports came together before.
 */
final class GoldPairs {
    private static final Cause CAUSE =
            Cause.newBuilder().setKind(CauseKind.REPORT).build();

    private final List<double[]> features = new ArrayList<>();
    private final List<Boolean> same = new ArrayList<>();
    private int offered;
    private int followUps;

    private GoldPairs() {}

    /** Pairs of the first report of each article that belongs to one gold cluster. */
    static GoldPairs of(List<IncidentReport> reports, Map<String, String> clusters, NameWords nameWords) {
        GoldPairs pairs = new GoldPairs();
        IncidentIndex index = new IncidentIndex();
        Map<String, IncidentState> states = new HashMap<>();
        Map<String, List<IncidentReport>> members = new HashMap<>();
        for (IncidentReport report : reports) {
            String cluster = clusters.get(report.getArticleId());
            if (cluster == null || !report.getReportId().endsWith("#0")) {
                continue;
            }
            Profile profile = Profile.of(report, nameWords);
            pairs.compare(profile, cluster, index.candidates(profile), states.containsKey(cluster));
            List<IncidentReport> all = members.computeIfAbsent(cluster, c -> new ArrayList<>());
            all.add(report);
            IncidentState state = new Assembly(cluster, Optional.ofNullable(states.get(cluster)), all, 0)
                    .at(1, CAUSE, Watchlist.NONE);
            states.put(cluster, state);
            index.put(Profile.of(state, nameWords));
        }
        return pairs;
    }

    private void compare(Profile report, String cluster, List<Profile> candidates, boolean known) {
        followUps += known ? 1 : 0;
        for (Profile candidate : candidates) {
            boolean is = candidate.id().equals(cluster);
            offered += is ? 1 : 0;
            features.add(Comparison.of(report, candidate));
            same.add(is);
        }
    }

    int size() {
        return features.size();
    }

    double[] features(int i) {
        return features.get(i).clone();
    }

    boolean isSame(int i) {
        return same.get(i);
    }

    /** Share of the follow-ups whose incident the index offers, 0..1. */
    double offered() {
        return (double) offered / Math.max(1, followUps);
    }
}
