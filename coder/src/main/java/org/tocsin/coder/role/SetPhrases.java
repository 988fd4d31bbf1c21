package org.tocsin.coder.role;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** The phrases of {@code set-phrases.tsv}: "bore the hallmarks of", "owned up to the bombing". Immutable. */
final class SetPhrases {
    /**
     * One of them.
     *
     * @param group claim, blame or {@link #CLEARED}
     * @param word by which it is told
     * @param before the words before who did it; none when he is the subject of those behind
     * @param beside what else the sentence needs
     */
    record Phrase(String group, String word, List<Set<String>> before, List<Set<String>> behind, List<String> beside) {}

    static final String CLEARED = "cleared";
    static final String NOTHING = "-";
    static final String ATTACKER = "ATTACKER";

    /** Stands in a phrase for what was done. */
    static final String DEED = "DEED";

    /** Stands in a phrase for a comma or the end. */
    static final String END = ".";

    private static final String DOER = "@";

    private final List<Phrase> ofSubjects;
    private final List<Phrase> ofOthers;
    private final WordClasses classes = WordClasses.load(SetPhrases.class, "attribution.tsv");

    private SetPhrases(List<Phrase> phrases) {
        this.ofSubjects =
                phrases.stream().filter(phrase -> phrase.before().isEmpty()).toList();
        this.ofOthers =
                phrases.stream().filter(phrase -> !phrase.before().isEmpty()).toList();
    }

    static SetPhrases load() {
        return new SetPhrases(DataFile.rows(SetPhrases.class, "set-phrases.tsv", 3).stream()
                .map(row -> phrase(
                        row.text(0),
                        Arrays.asList(row.text(1).split(" ", -1)),
                        Arrays.asList(row.text(2).split(",", -1))))
                .toList());
    }

    private static Phrase phrase(String group, List<String> words, List<String> beside) {
        int doer = words.indexOf(DOER);
        String told = words.get(doer == 0 ? 1 : 0);
        return new Phrase(
                group,
                told.split("\\|", -1)[0],
                sets(words.subList(0, doer)),
                sets(words.subList(doer + 1, words.size())),
                beside);
    }

    private static List<Set<String>> sets(List<String> words) {
        return words.stream().map(word -> Set.of(word.split("\\|", -1))).toList();
    }

    /** Those of which he is the subject. */
    List<Phrase> ofSubjects() {
        return ofSubjects;
    }

    /** Those within or behind which he stands. */
    List<Phrase> ofOthers() {
        return ofOthers;
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
