package org.tocsin.coder.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Token;

/**
 * Countries by their names, adjectives, words for their people, and seats of government. From {@code nations.tsv}. Codes are
 * ISO 3166-1 alpha-2. Immutable.
 */
public final class Nations {
    /** In what way a word stands for a country. */
    public enum Kind {
        COUNTRY,
        ADJECTIVE,
        /** The capital as its government ("Moscow"), which may as well be the town. */
        SEAT
    }

    /** A country and how it was named. */
    public record Nation(String code, Kind kind) {}

    private final PhraseIndex<Nation> words;
    private final Map<String, String> names;

    private Nations(PhraseIndex<Nation> words, Map<String, String> names) {
        this.words = words;
        this.names = names;
    }

    /** Reads the shipped table. */
    public static Nations load() {
        PhraseIndex.Builder<Nation> words = new PhraseIndex.Builder<>();
        Map<String, String> names = new HashMap<>();
        List<DataFile.Row> rows = DataFile.rows(Nations.class, "nations.tsv", 5);
        for (DataFile.Row row : rows) {
            names.put(row.text(0), row.text(1));
            words.add(row.text(1), new Nation(row.text(0), Kind.COUNTRY));
            row.list(2).forEach(name -> words.add(name, new Nation(row.text(0), Kind.COUNTRY)));
            row.list(3).forEach(name -> words.add(name, new Nation(row.text(0), Kind.ADJECTIVE)));
        }
        for (DataFile.Row row : rows) {
            row.list(4).forEach(name -> words.add(name, new Nation(row.text(0), Kind.SEAT)));
        }
        return new Nations(words.build(), Map.copyOf(names));
    }

    /** The country that a name, adjective or demonym stands for: "Iraq", "iraqi", "Iraqis", "U.S.". Seats do not count. */
    public Optional<String> code(String word) {
        return words.get(word).filter(nation -> nation.kind() != Kind.SEAT).map(Nation::code);
    }

    /** The usual English name of a country. */
    public Optional<String> name(String code) {
        return Optional.ofNullable(names.get(code));
    }

    /**
     * The longest country word that begins at a token and is written with a capital letter.
     *
     * @param allCapitals of the document; then "US" may be the pronoun and only "U.S." counts
     */
    public Optional<PhraseIndex.Match<Nation>> at(List<Token> tokens, int begin, boolean allCapitals) {
        Token first = tokens.get(begin);
        if (!first.isCapitalized() || isPronoun(first, allCapitals)) {
            return Optional.empty();
        }
        return words.longestAt(tokens, begin);
    }

    /** The nationality said last before token {@code end}, from {@code begin} on: that of "Iraqi army" or "US and Iraqi". */
    public Optional<String> nationality(List<Token> tokens, int begin, int end, boolean allCapitals) {
        Optional<String> found = Optional.empty();
        int i = begin;
        while (i < end) {
            Optional<PhraseIndex.Match<Nation>> match = at(tokens, i, allCapitals);
            if (match.isPresent() && match.get().value().kind() != Kind.SEAT) {
                found = Optional.of(match.get().value().code());
            }
            i = match.map(PhraseIndex.Match::end).orElse(i + 1);
        }
        return found;
    }

    private static boolean isPronoun(Token token, boolean allCapitals) {
        return token.lower().equals("us") && (allCapitals || !token.text().equals("US"));
    }
}
