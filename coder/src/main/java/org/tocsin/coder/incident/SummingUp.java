package org.tocsin.coder.incident;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Token;

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

    private final Set<String> several = new HashSet<>();
    private final Set<String> attacks = new HashSet<>();
    private final Set<String> areas = new HashSet<>();
    private final Set<String> joints = new HashSet<>();

    SummingUp() {
        for (DataFile.Row row : DataFile.rows(SummingUp.class, "summing-up.tsv")) {
            Set<String> into =
                    switch (row.text(0)) {
                        case "SEVERAL" -> several;
                        case "ATTACKS" -> attacks;
                        case "AREAS" -> areas;
                        case "JOINT" -> joints;
                        default ->
                            throw new IllegalArgumentException("summing-up.tsv: no kind of word: " + row.text(0));
                    };
            into.addAll(List.of(row.text(1).split(" ", -1)));
        }
    }

    /** @param places where the sentence names a place that it puts something in, by token */
    boolean of(List<Token> tokens, List<Trigger> triggers, List<NamedPlace> places) {
        return countsAttacks(tokens) || tellsTwo(tokens, triggers, places);
    }

    /** A place that is named in a sentence: "in Hama". */
    record NamedPlace(int token, String name) {}

    /** "Two bombings", "a string of attacks", "raids in three villages", "shootings across the city". */
    private boolean countsAttacks(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i).lower();
            if ((attacks.contains(word) || areas.contains(word)) && isCounted(tokens, i)) {
                return true;
            }
            if (attacks.contains(word)
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).lower().equals("across")) {
                return true;
            }
        }
        return false;
    }

    private boolean isCounted(List<Token> tokens, int noun) {
        for (int i = noun - 1; i >= Math.max(0, noun - FARTHEST) && isBefore(tokens.get(i)); i--) {
            if (several.contains(tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBefore(Token token) {
        return token.isWord() || token.isNumber();
    }

    /** Two clauses, each with its own attack in its own place. */
    private boolean tellsTwo(List<Token> tokens, List<Trigger> triggers, List<NamedPlace> places) {
        int end = Math.min(LONGEST, tokens.size());
        for (int i = 1; i + 1 < end; i++) {
            if (joints.contains(tokens.get(i).lower())) {
                List<String> before = placed(tokens, triggers, places, 0, i);
                List<String> behind = placed(tokens, triggers, places, i, end);
                if (!before.isEmpty() && !behind.isEmpty() && before.stream().noneMatch(behind::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The places behind the first word of attack or number of people there. */
    private List<String> placed(List<Token> tokens, List<Trigger> triggers, List<NamedPlace> places, int from, int to) {
        int told = Stream.concat(
                        triggers.stream().map(Trigger::token),
                        IntStream.range(from, to)
                                .filter(i -> several.contains(tokens.get(i).lower()))
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
