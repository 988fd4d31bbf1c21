package org.tocsin.coder.incident;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * Tells a sentence that sums several attacks up from one that reports an attack: "three attacks in two days", "both
 * bombings", "Bomb kills two in Mosul; mayor shot in Kirkuk". What it says is said of all of them together, so it is the
 * report of none where the article tells of each.
 */
final class SummingUp {
    /** Words between the number and the noun: "three near-simultaneous suicide car bombings". */
    private static final int FARTHEST = 4;

    /** Tokens of a sentence whose clauses are compared; what is longer is a list or no sentence. */
    private static final int LONGEST = 80;

    private static final WordClasses WORDS = WordClasses.load(SummingUp.class, "summing-up.tsv");

    private SummingUp() {}

    /** @param places where the sentence names a place that it puts something in, by token */
    static boolean of(List<Token> tokens, List<Trigger> triggers, List<NamedPlace> places) {
        return countsAttacks(tokens) || joinsPlaces(tokens, places) || tellsTwo(tokens, triggers, places);
    }

    /** A place that is named in a sentence: "in Hama". */
    record NamedPlace(int token, String name) {}

    /** "Two bombings", "a string of attacks", "raids in three villages", "shootings across the city". */
    private static boolean countsAttacks(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i).lower();
            if ((WORDS.is("attacks", word) || WORDS.is("areas", word)) && isCounted(tokens, i)) {
                return true;
            }
            if (WORDS.is("attacks", word)
                    && i + 1 < tokens.size()
                    && WORDS.is("spread", tokens.get(i + 1).lower())) {
                return true;
            }
        }
        return false;
    }

    /** "Attacks in Kano and Jos"; not "Attacks in Kano and the army's answer" nor "Attack in Kano". */
    private static boolean joinsPlaces(List<Token> tokens, List<NamedPlace> places) {
        for (NamedPlace place : places) {
            int i = place.token();
            while (i < tokens.size() && tokens.get(i).isCapitalized()) {
                i++;
            }
            boolean joined = i + 1 < tokens.size()
                    && tokens.get(i).lower().equals("and")
                    && tokens.get(i + 1).isCapitalized();
            int before = place.token() - 2;
            if (joined && before >= 0 && WORDS.is("attacks", tokens.get(before).lower())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCounted(List<Token> tokens, int noun) {
        for (int i = noun - 1; i >= Math.max(0, noun - FARTHEST) && isBefore(tokens.get(i)); i--) {
            if (WORDS.is("several", tokens.get(i).lower())) {
                return i == 0 || !WORDS.is("apart", tokens.get(i - 1).lower());
            }
        }
        return false;
    }

    private static boolean isBefore(Token token) {
        return token.isWord() || token.isNumber();
    }

    /** Two clauses, each with its own attack in its own place. */
    private static boolean tellsTwo(List<Token> tokens, List<Trigger> triggers, List<NamedPlace> places) {
        int end = Math.min(LONGEST, tokens.size());
        for (int i = 1; i + 1 < end; i++) {
            if (isJoint(tokens.get(i))) {
                List<String> before = placed(tokens, triggers, places, 0, i);
                List<String> behind = placed(tokens, triggers, places, i, end);
                if (!before.isEmpty() && !behind.isEmpty() && before.stream().noneMatch(behind::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isJoint(Token token) {
        return token.text().equals(",") || WORDS.is("joint", token.lower());
    }

    /** The places behind the first word of attack or number of people there. */
    private static List<String> placed(
            List<Token> tokens, List<Trigger> triggers, List<NamedPlace> places, int from, int to) {
        int told = Stream.concat(
                        triggers.stream().map(Trigger::token),
                        IntStream.range(from, to)
                                .filter(i -> WORDS.is("several", tokens.get(i).lower()))
                                .boxed())
                .filter(token -> token >= from && token < to)
                .min(Integer::compare)
                .orElse(to);
        return places.stream()
                .filter(place -> place.token() > told && place.token() < to)
                .map(NamedPlace::name)
                .toList();
    }
}
