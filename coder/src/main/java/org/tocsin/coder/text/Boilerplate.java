package org.tocsin.coder.text;

import java.util.ArrayList;
import java.util.List;

/** Lines that sites put around the news: buttons, notices, bare addresses. */
final class Boilerplate {
    private static final int LONGEST = 14;

    private final List<List<String>> beginnings = new ArrayList<>();

    Boilerplate() {
        for (DataFile.Row row : DataFile.rows(Boilerplate.class, "boilerplate.tsv")) {
            beginnings.add(List.of(row.text(0).split(" ", -1)));
        }
    }

    boolean is(List<Token> line) {
        if (line.size() == 1 && line.get(0).isAddress()) {
            return true;
        }
        return line.size() <= LONGEST && beginnings.stream().anyMatch(b -> begins(line, b));
    }

    private static boolean begins(List<Token> line, List<String> words) {
        if (line.size() < words.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!line.get(i).lower().equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
