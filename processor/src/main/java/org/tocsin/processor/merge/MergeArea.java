package org.tocsin.processor.merge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tocsin.coder.text.DataFile;

/**
 * The area in which a report is compared with others: the country of the attack, joined with its neighbours where
 * borders are disputed or fire crosses them; the table beside this class says which and why. A report of one area is
 * never compared with one of another.
 */
public final class MergeArea {
    /** No country is known: such an incident is possible, never certain. */
    public static final String UNKNOWN = "ZZ";

    private final Map<String, String> joined;

    private MergeArea(Map<String, String> joined) {
        this.joined = Map.copyOf(joined);
    }

    /** Reads the table from the class path. */
    public static MergeArea load() {
        Map<String, String> joined = new HashMap<>();
        for (DataFile.Row row : DataFile.rows(MergeArea.class, "merge-areas.tsv")) {
            for (String country : row.text(1).split(" ", -1)) {
                String other = joined.put(country, row.text(0));
                if (other != null) {
                    throw new IllegalStateException(row.where() + ": " + country + " is in area " + other + " already");
                }
            }
        }
        return new MergeArea(joined);
    }

    /**
     * The countries that may tell where an attack happened, surest first; ISO 3166 alpha-2.
     *
     * @param attack as the text says
     * @param target where the listed target is that the text names
     * @param dateline where the text was written
     * @param publisher where its publisher is
     */
    public record Clues(
            Optional<String> attack, Optional<String> target, Optional<String> dateline, Optional<String> publisher) {}

    /** The area by the surest clue; {@value #UNKNOWN} without any. */
    public String of(Clues clues) {
        return clues.attack()
                .or(clues::target)
                .or(clues::dateline)
                .or(clues::publisher)
                .map(this::of)
                .orElse(UNKNOWN);
    }

    /** The area of a country. */
    public String of(String country) {
        return joined.getOrDefault(country, country);
    }
}
