package org.tocsin.processor.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tocsin.schemas.IncidentReport;

/**
 * What becomes of incidents whose reports were clustered again: each group goes on under the id of the incident that it
 * shares most reports with, so that an id means the same attack before and after.
 *
 * @param kept the reports that each incident has now, by its id
 * @param founded groups that no id is left for: incidents of their own
 * @param ended incidents without a group, by their ids, with the id under which most of their reports go on
 */
record Regrouping(
        Map<String, List<IncidentReport>> kept, List<List<IncidentReport>> founded, Map<String, String> ended) {

    /** An incident might go on as the group at that place of the list. */
    private record Claim(String incident, int group, long shared) {}

    /**
     * Gives groups to incidents.
     *
     * @param members each incident's reports, the incident first that is to be preferred of equals
     * @param groups the same reports as they were clustered again
     * @param isNew true of an id that nobody has been told yet: it gives way to every other
     */
    static Regrouping of(
            Map<String, List<IncidentReport>> members, List<List<IncidentReport>> groups, Predicate<String> isNew) {
        Map<String, List<IncidentReport>> kept = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        List<Claim> claims = claims(members, groups);
        claims.sort(Comparator.comparing((Claim claim) -> isNew.test(claim.incident()))
                .thenComparing(Comparator.comparingLong(Claim::shared).reversed()));
        for (Claim claim : claims) {
            if (!kept.containsKey(claim.incident()) && taken.add(claim.group())) {
                kept.put(claim.incident(), groups.get(claim.group()));
            }
        }
        List<List<IncidentReport>> founded = IntStream.range(0, groups.size())
                .filter(group -> !taken.contains(group))
                .mapToObj(groups::get)
                .toList();
        Map<String, String> ended = new LinkedHashMap<>();
        members.forEach((incident, reports) -> {
            if (!kept.containsKey(incident)) {
                ended.put(incident, heir(reports, kept));
            }
        });
        return new Regrouping(kept, founded, ended);
    }

    private static List<Claim> claims(Map<String, List<IncidentReport>> members, List<List<IncidentReport>> groups) {
        List<Claim> claims = new ArrayList<>();
        members.forEach((incident, reports) -> IntStream.range(0, groups.size())
                .forEach(group -> claims.add(new Claim(incident, group, shared(reports, groups.get(group))))));
        claims.removeIf(claim -> claim.shared() == 0);
        return claims;
    }

    /** Had no other incident claimed the groups of these reports, their own would have one. */
    private static String heir(List<IncidentReport> reports, Map<String, List<IncidentReport>> kept) {
        return kept.entrySet().stream()
                .max(Comparator.comparingLong(entry -> shared(reports, entry.getValue())))
                .orElseThrow()
                .getKey();
    }

    private static long shared(List<IncidentReport> some, List<IncidentReport> others) {
        Set<String> ids = others.stream().map(IncidentReport::getReportId).collect(Collectors.toSet());
        return some.stream().filter(r -> ids.contains(r.getReportId())).count();
    }

    /** True when the incident has the reports that it had. */
    boolean isAsBefore(String incident, Map<String, List<IncidentReport>> members) {
        List<IncidentReport> before = members.getOrDefault(incident, List.of());
        List<IncidentReport> now = kept.getOrDefault(incident, List.of());
        return before.size() == now.size() && shared(before, now) == now.size();
    }
}
