package org.tocsin.processor.code;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tocsin.schemas.CodedReport;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.IncidentReport;

/**
 * Gives the reports of an article's new version their ids. A report of the same attack as before, by place, date and
 * type, keeps its id; what the article no longer reports, or now reports in another merge area, is to be retracted
 * where it went. No id is ever used in two areas: incidents are named by their first report, and each area's task
 * names its own without knowing the others', so that one name would stand for two incidents.
 */
public final class Recoding {
    /** Of place, date and type at least two must agree for two reports to be of one attack. */
    private static final int SAME = 2;

    private Recoding() {}

    /** What is to be sent: the reports, with their ids, and those to take back. */
    public record Change(List<IncidentReport> reports, List<CodedReport> retracted) {}

    /** Matches the new reports with those that the article's last version made. */
    public static Change of(String articleId, List<CodedReport> before, List<IncidentReport> now) {
        List<Match> matches = new ArrayList<>();
        for (int n = 0; n < now.size(); n++) {
            for (int b = 0; b < before.size(); b++) {
                matches.add(new Match(b, n, likeness(before.get(b), now.get(n))));
            }
        }
        matches.sort(Comparator.comparingInt(Match::likeness)
                .reversed()
                .thenComparingInt(Match::now)
                .thenComparingInt(Match::before));
        String[] ids = new String[now.size()];
        Set<Integer> taken = new HashSet<>();
        for (Match match : matches) {
            if (match.likeness() >= SAME && ids[match.now()] == null && taken.add(match.before())) {
                ids[match.now()] = before.get(match.before()).getReportId();
            }
        }
        return change(articleId, before, now, ids);
    }

    private record Match(int before, int now, int likeness) {}

    private static Change change(String articleId, List<CodedReport> before, List<IncidentReport> now, String[] ids) {
        Set<String> used = new HashSet<>();
        before.forEach(report -> used.add(report.getReportId()));
        List<IncidentReport> reports = new ArrayList<>();
        int ordinal = 0;
        for (int n = 0; n < ids.length; n++) {
            String id = ids[n];
            while (id == null) {
                String fresh = reportId(articleId, now.get(n).getArea(), ordinal++);
                id = used.add(fresh) ? fresh : null;
            }
            reports.add(IncidentReport.newBuilder(now.get(n)).setReportId(id).build());
        }
        List<CodedReport> retracted = before.stream()
                .filter(report ->
                        reports.stream().noneMatch(kept -> kept.getReportId().equals(report.getReportId())))
                .toList();
        return new Change(reports, retracted);
    }

    /** Name-based on article, area and ordinal. */
    private static String reportId(String articleId, String area, int ordinal) {
        String name = articleId + "#" + ordinal + "@" + area;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static int likeness(CodedReport before, IncidentReport now) {
        if (!before.getArea().equals(now.getArea())) {
            return 0;
        }
        boolean place = before.getPlaceName().isPresent()
                && before.getPlaceName().equals(now.getPlace().flatMap(p -> p.getName()));
        boolean date = isNear(before.getAttackDate(), now.getAttackDate());
        boolean type = before.getAttackType() == now.getAttackType();
        return (place ? 1 : 0) + (date ? 1 : 0) + (type ? 1 : 0);
    }

    /** The ranges touch, or lie a day apart: a corrected date is still the same attack's. */
    private static boolean isNear(Optional<DateRange> a, Optional<DateRange> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty();
        }
        long after = ChronoUnit.DAYS.between(a.get().getLatest(), b.get().getEarliest());
        long before = ChronoUnit.DAYS.between(b.get().getLatest(), a.get().getEarliest());
        return after <= 1 && before <= 1;
    }
}
