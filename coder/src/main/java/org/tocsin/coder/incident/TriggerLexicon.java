package org.tocsin.coder.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Token;

/** The words and phrases that tell of an attack; {@code triggers.tsv} says how they are written and where from. */
final class TriggerLexicon {
    /**
     * A phrase and what it tells.
     *
     * @param id stable hash of the phrase as the file has it
     * @param weight how often it reports a specific attack, 0..1
     */
    record Phrase(int id, WordPattern pattern, Action action, Trigger.Kind kind, double weight) {
        /** The parts that it is written in. */
        List<WordPattern.Part> words() {
            return pattern.parts();
        }
    }

    /** A phrase where it was found. */
    record Found(Phrase phrase, WordPattern.Match where) {}

    private final Map<String, List<Phrase>> byFirstWord;

    private TriggerLexicon(Map<String, List<Phrase>> byFirstWord) {
        this.byFirstWord = byFirstWord;
    }

    static TriggerLexicon load() {
        Map<String, List<Phrase>> byFirstWord = new HashMap<>();
        for (DataFile.Row row : DataFile.rows(TriggerLexicon.class, "triggers.tsv")) {
            Phrase phrase = phrase(row);
            for (String first : phrase.pattern().firstWords()) {
                byFirstWord.computeIfAbsent(first, f -> new ArrayList<>()).add(phrase);
            }
        }
        byFirstWord
                .values()
                .forEach(l ->
                        l.sort(Comparator.<Phrase>comparingInt(p -> -p.pattern().words())
                                .thenComparingInt(p -> p.words().size())));
        return new TriggerLexicon(byFirstWord);
    }

    private static Phrase phrase(DataFile.Row row) {
        return new Phrase(
                row.text(0).hashCode(),
                WordPattern.of(row.text(0)),
                Action.valueOf(row.text(1)),
                Trigger.Kind.valueOf(row.text(2)),
                row.number(3));
    }

    /** The phrase of most words that starts at that token; of equals the one with fewer gaps, then the first in the file. */
    @Nullable
    Found longestAt(List<Token> tokens, int at) {
        for (Phrase phrase : byFirstWord.getOrDefault(tokens.get(at).lower(), List.of())) {
            WordPattern.Match where = phrase.pattern().matchAt(tokens, at);
            if (where != null) {
                return new Found(phrase, where);
            }
        }
        return null;
    }
}
