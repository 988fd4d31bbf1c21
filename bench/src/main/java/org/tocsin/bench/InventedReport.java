package org.tocsin.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.Article;
import org.tocsin.coder.text.DataFile;

/**
 * An invented report of one attack whose toll and day are given ({@code train/tolls.tsv}, {@code train/briefs.tsv}).
 *
 * @param where file and line
 * @param killed null when the report leaves it open
 * @param injured null when the report leaves it open
 * @param marked the text, in that of briefs targets, perpetrators and weapons marked as in {@code train/roles.txt}
 */
public record InventedReport(
        String where,
        @Nullable Integer killed,
        @Nullable Integer injured,
        LocalDate published,
        LocalDate day,
        @Nullable String title,
        String marked) {
    /** "[T two clerks]", "[P1 Gunmen]": role, number of the entity that has several marks, wording. */
    public static final Pattern MARK = Pattern.compile("\\[([TPW])(\\d?) ([^\\]]+)\\]");

    private static final String OPEN = "-";
    private static final int COLUMNS = 6;

    /** Reports of ordinary length and short ones. */
    public static List<InventedReport> all() {
        return Stream.concat(read("train/tolls.tsv"), read("train/briefs.tsv")).toList();
    }

    /** The short ones alone. */
    public static List<InventedReport> briefs() {
        return read("train/briefs.tsv").toList();
    }

    private static Stream<InventedReport> read(String file) {
        return DataFile.rows(InventedReport.class, file, COLUMNS).stream()
                .map(row -> new InventedReport(
                        row.where(),
                        number(row.text(0)),
                        number(row.text(1)),
                        LocalDate.parse(row.text(2)),
                        LocalDate.parse(row.text(3)),
                        row.text(4).equals(OPEN) ? null : row.text(4),
                        row.text(5)));
    }

    private static @Nullable Integer number(String column) {
        return column.equals(OPEN) ? null : Integer.valueOf(column);
    }

    /** The text without its marks. */
    public String text() {
        return plain(marked);
    }

    /** A marked text without its marks. */
    public static String plain(String marked) {
        return MARK.matcher(marked).replaceAll("$3");
    }

    /** As the coder reads it. */
    public Article article() {
        return new Article(where, null, null, title, text(), "en", null, published);
    }
}
