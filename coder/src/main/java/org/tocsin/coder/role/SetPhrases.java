package org.tocsin.coder.role;

import java.util.List;
import java.util.Set;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** The phrases of {@code set-phrases.tsv}: "bore the hallmarks of", "owned up to the bombing". Immutable. */
final class SetPhrases {
    /** @param beside what else the sentence needs, or {@link #NOTHING} */
    record Phrase(String group, boolean isBehind, List<Set<String>> words, String beside) {
        /** The word that the relation is told by. */
        String word() {
            return words.get(0).iterator().next();
        }
    }

    static final String NOTHING = "-";
    static final String ATTACKER = "ATTACKER";

    /** Stands in a phrase for what was done. */
    static final String DEED = "DEED";

    private final List<Phrase> behind;
    private final List<Phrase> before;
    private final WordClasses classes = WordClasses.load(SetPhrases.class, "attribution.tsv");

    private SetPhrases(List<Phrase> phrases) {
        this.behind = phrases.stream().filter(Phrase::isBehind).toList();
        this.before = phrases.stream().filter(phrase -> !phrase.isBehind()).toList();
    }

    static SetPhrases load() {
        return new SetPhrases(DataFile.rows(SetPhrases.class, "set-phrases.tsv", 4).stream()
                .map(row -> new Phrase(
                        row.text(0),
                        row.text(1).equals("BEHIND"),
                        List.of(row.text(2).split(" ", -1)).stream()
                                .map(word -> Set.of(word.split("\\|", -1)))
                                .toList(),
                        row.text(3)))
                .toList());
    }

    /** Those behind which he stands. */
    List<Phrase> behind() {
        return behind;
    }

    /** Those whose verb he is the subject of. */
    List<Phrase> before() {
        return before;
    }

    /** A word of that class stands in the sentence. */
    boolean isBeside(String wordClass, TaggedSentence s) {
        for (Token token : s.sentence().tokens()) {
            if (classes.is(wordClass, token.lower())) {
                return true;
            }
        }
        return false;
    }
}
