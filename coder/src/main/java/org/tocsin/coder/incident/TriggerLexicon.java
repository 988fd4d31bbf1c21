package org.tocsin.coder.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Token;

/** The words and phrases that tell of an attack; {@code triggers.tsv} says how they are written and where from. */
final class TriggerLexicon {
    /**
     * A phrase and what it tells.
     *
     * @param id stable hash of the phrase as the file has it
     * @param head which of its words it hangs on
     * @param weight how often it reports a specific attack, 0..1
     */
    record Phrase(int id, List<Set<String>> words, int head, Action action, Trigger.Kind kind, double weight) {
        boolean matches(List<Token> tokens, int at) {
            if (at + words.size() > tokens.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                if (!words.get(i).contains(tokens.get(at + i).lower())) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<String, List<Phrase>> byFirstWord;

    private TriggerLexicon(Map<String, List<Phrase>> byFirstWord) {
        this.byFirstWord = byFirstWord;
    }

    static TriggerLexicon load() {
        Map<String, List<Phrase>> byFirstWord = new HashMap<>();
        for (DataFile.Row row : DataFile.rows(TriggerLexicon.class, "triggers.tsv")) {
            Phrase phrase = phrase(row);
            for (String first : phrase.words().get(0)) {
                byFirstWord.computeIfAbsent(first, f -> new ArrayList<>()).add(phrase);
            }
        }
        byFirstWord
                .values()
                .forEach(l -> l.sort(Comparator.comparingInt(p -> -p.words().size())));
        return new TriggerLexicon(byFirstWord);
    }

    private static Phrase phrase(DataFile.Row row) {
        String[] parts = row.text(0).split(" ", -1);
        List<Set<String>> words = new ArrayList<>();
        int head = parts.length - 1;
        for (int i = 0; i < parts.length; i++) {
            boolean marked = parts[i].startsWith("*");
            head = marked ? i : head;
            words.add(Set.copyOf(List.of((marked ? parts[i].substring(1) : parts[i]).split("/", -1))));
        }
        return new Phrase(
                row.text(0).hashCode(),
                words,
                head,
                Action.valueOf(row.text(1)),
                Trigger.Kind.valueOf(row.text(2)),
                row.number(3));
    }

    /** The longest phrase that starts at that token; of equally long ones the first in the file. */
    @Nullable
    Phrase longestAt(List<Token> tokens, int at) {
        for (Phrase phrase : byFirstWord.getOrDefault(tokens.get(at).lower(), List.of())) {
            if (phrase.matches(tokens, at)) {
                return phrase;
            }
        }
        return null;
    }
}
