package org.tocsin.bench.role;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.bench.DataSet;
import org.tocsin.coder.Article;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.role.RoleReader;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.TextReader;

/**
 * Roles that were marked for this project in real news of today, articles of sets whose keys have none. {@code
 * marked-roles.tsv} holds where in the articles' bodies the phrases stand and no word of them.
 */
final class MarkedRoles {
    static final List<String> SETS = List.of("satp/train", "insightcrime/train");

    private static final String FILE = "/org/tocsin/bench/train/marked-roles.tsv";
    private static final Pattern MARK = Pattern.compile("([TPW]\\d+):(\\d+)-(\\d+)");

    private MarkedRoles() {}

    static List<RoleDocument> read(RoleReader reader, AttackFinder finder, Path data) throws IOException {
        Map<String, DataFile.Row> marks = new HashMap<>();
        DataFile.rows(MarkedRoles.class, FILE).forEach(row -> marks.put(row.text(0), row));
        List<RoleDocument> documents = new ArrayList<>();
        for (String set : SETS) {
            for (Article article : DataSet.read(data, set).articles()) {
                DataFile.Row row = marks.remove(article.id());
                if (row != null) {
                    documents.add(RoleDocument.of(
                            article.id(),
                            TextReader.read(article.title(), article.body()),
                            GoldRoles.marked(wordings(row, article.body())),
                            reader,
                            finder,
                            true));
                }
            }
        }
        if (!marks.isEmpty()) {
            throw new IOException("no article in " + SETS + " for the marks of " + marks.keySet() + " in " + FILE);
        }
        return documents;
    }

    /** The phrases of each entity, by the letter of its role and its number. */
    static Map<String, List<String>> wordings(DataFile.Row row, String body) {
        Map<String, List<String>> wordings = new LinkedHashMap<>();
        for (String each : row.text(1).split(" ", -1)) {
            Matcher mark = MARK.matcher(each);
            if (!mark.matches() || Integer.parseInt(mark.group(3)) > body.length()) {
                throw new IllegalStateException(row.where() + ": " + each + " must be like T1:0-12, inside the body of "
                        + body.length() + " characters");
            }
            wordings.computeIfAbsent(mark.group(1), key -> new ArrayList<>())
                    .add(body.substring(Integer.parseInt(mark.group(2)), Integer.parseInt(mark.group(3))));
        }
        return wordings;
    }
}
