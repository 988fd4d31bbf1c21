package org.tocsin.coder.role;

import java.util.Arrays;
import java.util.Collections;
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

    private static final Set<String> GROUPS = Set.of(Relation.CLAIM, Relation.BLAME, CLEARED);

    static final String NOTHING = "-";
    static final String ATTACKER = "ATTACKER";
    static final String NO_FORCE = "NO-FORCE";

    private static final Set<String> MARKS = Set.of(NOTHING, ATTACKER, NO_FORCE);

    /** Stands in a phrase for what was done. */
    static final String DEED = "DEED";

    /** Stands in a phrase for a comma behind which no reason stands, or for an end. */
    static final String END = ".";

    private static final String DOER = "@";

    private final List<Phrase> ofSubjects;
    private final List<Phrase> ofOthers;
    private final WordClasses classes;

    private SetPhrases(List<Phrase> phrases, WordClasses classes) {
        this.classes = classes;
        this.ofSubjects =
                phrases.stream().filter(phrase -> phrase.before().isEmpty()).toList();
        this.ofOthers =
                phrases.stream().filter(phrase -> !phrase.before().isEmpty()).toList();
    }

    /**
     * Reads them.
     *
     * @param classes of what must stand beside them
     * @throws IllegalStateException naming file and line of a row that could match nothing
     */
    static SetPhrases load(WordClasses classes) {
        return new SetPhrases(
                DataFile.rows(SetPhrases.class, "set-phrases.tsv", 3).stream()
                        .map(row -> phrase(row, classes.names()))
                        .toList(),
                classes);
    }

    static Phrase phrase(DataFile.Row row, Set<String> classes) {
        String group = row.text(0);
        List<String> words = Arrays.asList(row.text(1).split(" ", -1));
        List<String> beside = Arrays.asList(row.text(2).split(",", -1));
        check(row, GROUPS.contains(group), "the group must be one of " + GROUPS + " and is " + group);
        check(
                row,
                Collections.frequency(words, DOER) == 1 && words.size() > 1,
                "a phrase has one " + DOER + " and words");
        for (String word : words) {
            List<String> forms = Arrays.asList(word.split("\\|", -1));
            check(row, Set.copyOf(forms).size() == forms.size(), "a word is told twice in " + word);
        }
        for (String wordClass : beside) {
            check(
                    row,
                    MARKS.contains(wordClass) || classes.contains(wordClass),
                    "beside it stands one of " + MARKS + " or a class of attribution.tsv, and no " + wordClass);
        }
        int doer = words.indexOf(DOER);
        String told = words.get(doer == 0 ? 1 : 0);
        return new Phrase(
                group,
                told.split("\\|", -1)[0],
                sets(words.subList(0, doer)),
                sets(words.subList(doer + 1, words.size())),
                beside);
    }

    private static void check(DataFile.Row row, boolean accepted, String expected) {
        if (!accepted) {
            throw new IllegalStateException(row.where() + ": " + expected);
        }
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
