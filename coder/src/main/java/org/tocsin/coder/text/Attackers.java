package org.tocsin.coder.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words for those who attack, which several tables have in common ({@code attackers.tsv}): "@gunmen" in a table is "gunman" and "gunmen". */
public final class Attackers {
    private static final Map<String, List<String>> CLASSES = DataFile.rows(Attackers.class, "attackers.tsv", 2).stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> "@" + row.text(0), row -> List.of(row.text(1).split(",", -1))));

    private Attackers() {}

    /**
     * The forms of a list, those of the class in place of each "@class".
     *
     * @param list forms with the separator between them
     * @throws IllegalStateException naming the class when {@code attackers.tsv} lacks it
     */
    public static List<String> forms(String list, String separator) {
        return Arrays.stream(list.split(separator, -1))
                .flatMap(form -> form.startsWith("@") ? of(form).stream() : List.of(form).stream())
                .toList();
    }

    private static List<String> of(String reference) {
        List<String> forms = CLASSES.get(reference);
        if (forms == null) {
            throw new IllegalStateException("attackers.tsv lacks the class of " + reference);
        }
        return forms;
    }
}
