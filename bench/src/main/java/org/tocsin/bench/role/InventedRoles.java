package org.tocsin.bench.role;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.tocsin.bench.InventedReport;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.role.Role;
import org.tocsin.coder.role.RoleReader;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

/** The invented reports of {@code roles.txt}, {@code claims.txt} (who did it, in all the ways news tells it) and {@code briefs.tsv}, in whose text who played which role is marked. */
final class InventedRoles {
    private InventedRoles() {}

    static List<RoleDocument> read(RoleReader reader, AttackFinder finder) {
        List<RoleDocument> documents = new ArrayList<>(read("roles.txt", reader, finder));
        for (InventedReport report : InventedReport.briefs()) {
            Document document = TextReader.read(report.title(), report.text());
            documents.add(RoleDocument.of(report.where(), document, gold(report.marked()), reader, finder, true));
        }
        return documents;
    }

    /** Reports in which who did it is told in all the ways news does, and who did not. */
    static List<RoleDocument> claims(RoleReader reader, AttackFinder finder) {
        return read("claims.txt", reader, finder);
    }

    private static List<RoleDocument> read(String file, RoleReader reader, AttackFinder finder) {
        List<RoleDocument> documents = new ArrayList<>();
        for (DataFile.Row row : DataFile.rows(RoleTraining.class, "/org/tocsin/bench/train/" + file)) {
            Document document = TextReader.read(row.text(0), InventedReport.plain(row.text(1)));
            documents.add(RoleDocument.of(row.where(), document, gold(row.text(1)), reader, finder, true));
        }
        return documents;
    }

    /** Marks of one role and number are wordings of one entity. */
    static Map<Role, GoldRoles> gold(String marked) {
        Map<String, List<String>> wordings = new LinkedHashMap<>();
        Matcher mark = InventedReport.MARK.matcher(marked);
        while (mark.find()) {
            String numbered = mark.group(2).isEmpty() ? "at " + mark.start() : mark.group(2);
            wordings.computeIfAbsent(mark.group(1) + numbered, k -> new ArrayList<>())
                    .add(mark.group(3));
        }
        return GoldRoles.marked(wordings);
    }
}
