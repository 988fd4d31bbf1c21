package org.tocsin.coder.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * A phrase as the data files write it: words with / between alternatives, {@code @class} for one word of a class of
 * {@code pattern-words.tsv}, {@code ~3} for up to three words that stand before a noun, {@code ~~6} for up to six words of a
 * whole phrase: "took ~~6 hostage" is "took the clerk and his son hostage", and not "took the bank and freed a hostage". No
 * gap goes over a mark or a word of the class {@code apart}: prepositions, auxiliaries and some verbs.
 */
record WordPattern(List<Part> parts, int head) {
    /** {@code pattern-words.tsv}, which other readers of this package ask, too. */
    static final WordClasses WORDS = WordClasses.load(WordPattern.class, "pattern-words.tsv");

    /** @param gap how many words may stand there; 0 for one of {@code words}, which must */
    record Part(Set<String> words, int gap, boolean whole) {}

    /** Where it was found: the word that it hangs on, and the token behind its last. */
    record Match(int head, int end) {}

    /** As written, * before the word that it hangs on, else the last one. */
    static WordPattern of(String written) {
        List<Part> parts = new ArrayList<>();
        int head = -1;
        for (String word : written.split(" ", -1)) {
            boolean marked = word.startsWith("*");
            head = marked ? parts.size() : head;
            parts.add(part(marked ? word.substring(1) : word));
        }
        return new WordPattern(List.copyOf(parts), head < 0 ? parts.size() - 1 : head);
    }

    private static Part part(String word) {
        if (word.startsWith("~")) {
            boolean whole = word.startsWith("~~");
            return new Part(Set.of(), Integer.parseInt(word.substring(whole ? 2 : 1)), whole);
        }
        return word.startsWith("@")
                ? new Part(WORDS.firstWords(word.substring(1)), 0, false)
                : new Part(Set.copyOf(List.of(word.split("/", -1))), 0, false);
    }

    /** The words it may begin with. */
    Set<String> firstWords() {
        return parts.get(0).words();
    }

    /** How many words it has itself, without those in its gaps. */
    int words() {
        return (int) parts.stream().filter(part -> part.gap() == 0).count();
    }

    /** Its shortest match that begins there; null when there is none. */
    @Nullable
    Match matchAt(List<Token> tokens, int at) {
        return match(tokens, at, 0, at);
    }

    private @Nullable Match match(List<Token> tokens, int at, int part, int headAt) {
        if (part == parts.size()) {
            return new Match(headAt, at);
        }
        Part next = parts.get(part);
        if (next.gap() > 0) {
            return matchBehindGap(tokens, at, part, headAt);
        }
        if (at >= tokens.size() || !next.words().contains(tokens.get(at).lower())) {
            return null;
        }
        return match(tokens, at + 1, part + 1, part == head ? at : headAt);
    }

    private @Nullable Match matchBehindGap(List<Token> tokens, int at, int part, int headAt) {
        Part gap = parts.get(part);
        for (int words = 0; words <= gap.gap(); words++) {
            int end = at + words;
            if (words > 0 && (end > tokens.size() || !isInGap(tokens.get(end - 1), gap.whole()))) {
                return null;
            }
            boolean cut = gap.whole()
                    && words > 0
                    && WORDS.is("article", tokens.get(end - 1).lower());
            Match match = cut ? null : match(tokens, end, part + 1, headAt);
            if (match != null) {
                return match;
            }
        }
        return null;
    }

    private static boolean isInGap(Token token, boolean whole) {
        return (token.isWord() || token.isNumber())
                && !WORDS.is("apart", token.lower())
                && (whole || !WORDS.is("join", token.lower()));
    }
}
