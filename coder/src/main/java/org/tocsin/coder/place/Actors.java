package org.tocsin.coder.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.Perpetrator;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Token;

/**
 * Armed groups, armies and security forces known by name: {@code actors.tsv} (written for today) before
 * {@code actors-petrarch.tsv} (PETRARCH2, MIT, to 2013). Immutable.
 */
public final class Actors {
    private static final int LONGEST_ACRONYM = 6;

    /** Letters of an acronym that may be a word as well. */
    private static final int SHORT_ACRONYM = 2;

    private final PhraseIndex<Actor> names;

    private Actors(PhraseIndex<Actor> names) {
        this.names = names;
    }

    /**
     * A known actor.
     *
     * @param name the first of its names in the table
     * @param nationality ISO 3166-1 alpha-2 of its home country; null when it has none or several
     * @param acronym this spelling counts only when written in capitals
     */
    public record Actor(String name, Perpetrator.Kind kind, @Nullable String nationality, boolean acronym) {}

    /** Knows nobody: to learn how news tells of groups that no table has. */
    public static Actors none() {
        return new Actors(new PhraseIndex.Builder<Actor>().build());
    }

    /** Reads the shipped tables. */
    public static Actors load() {
        PhraseIndex.Builder<Actor> names = new PhraseIndex.Builder<>();
        for (String file : List.of("actors.tsv", "actors-petrarch.tsv")) {
            boolean capitals = file.equals("actors-petrarch.tsv");
            for (DataFile.Row row : DataFile.rows(Actors.class, file, 3)) {
                List<String> spellings = row.list(0);
                for (String spelling : spellings) {
                    names.add(
                            spelling,
                            new Actor(
                                    spellings.get(0),
                                    Perpetrator.Kind.valueOf(row.text(1)),
                                    row.text(2).isEmpty() ? null : row.text(2),
                                    isAcronym(spelling, capitals)));
                }
            }
        }
        return new Actors(names.build());
    }

    /** The longest known name that begins at a token, which must start with a capital letter or digit. */
    public Optional<PhraseIndex.Match<Actor>> at(List<Token> tokens, int begin) {
        Token first = tokens.get(begin);
        if (!first.isCapitalized() && !first.isNumber() && !startsWithArticle(first)) {
            return Optional.empty();
        }
        return names.longestAt(tokens, begin)
                .filter(match -> !match.value().acronym() || isInCapitals(first))
                .filter(match -> match.end() > begin + 1 || !isShort(first) || standsOut(tokens, begin))
                .filter(match -> anyCapital(tokens, match));
    }

    /** All known names in a token sequence, in order, none inside another. */
    public List<PhraseIndex.Match<Actor>> find(List<Token> tokens) {
        List<PhraseIndex.Match<Actor>> found = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Optional<PhraseIndex.Match<Actor>> match = at(tokens, i);
            match.ifPresent(found::add);
            i = match.map(PhraseIndex.Match::end).orElse(i + 1);
        }
        return found;
    }

    /** "al-Qaeda" and "al Shabaab" begin in lower case. */
    private static boolean startsWithArticle(Token token) {
        return token.lower().equals("al")
                || token.lower().startsWith("al-")
                || token.lower().startsWith("pro-");
    }

    private static boolean anyCapital(List<Token> tokens, PhraseIndex.Match<Actor> match) {
        return tokens.subList(match.begin(), match.end()).stream()
                .anyMatch(token -> token.text().chars().anyMatch(Character::isUpperCase));
    }

    private static boolean isAcronym(String spelling, boolean capitals) {
        boolean oneWord = spelling.indexOf(' ') < 0;
        boolean upper = spelling.equals(spelling.toUpperCase(Locale.ROOT));
        return oneWord && upper && spelling.length() <= LONGEST_ACRONYM && (!capitals || spelling.indexOf('-') < 0);
    }

    private static boolean isShort(Token token) {
        return token.text().length() <= SHORT_ACRONYM;
    }

    /** "IS" in capitals beside a word that is not: in a headline or a text of capitals alone it is the verb. */
    private static boolean standsOut(List<Token> tokens, int i) {
        return isUpper(tokens.get(i))
                && ((i > 0 && hasLower(tokens.get(i - 1))) || (i + 1 < tokens.size() && hasLower(tokens.get(i + 1))));
    }

    private static boolean isUpper(Token token) {
        return token.text().chars().allMatch(Character::isUpperCase);
    }

    private static boolean hasLower(Token token) {
        return token.text().chars().anyMatch(Character::isLowerCase);
    }

    private static boolean isInCapitals(Token token) {
        return token.text()
                        .codePoints()
                        .filter(Character::isLetter)
                        .filter(Character::isLowerCase)
                        .count()
                <= 1;
    }
}
