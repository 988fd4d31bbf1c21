package org.tocsin.coder.text;

import java.util.List;
import java.util.Set;

/**
 * Where sentences begin that no stop announces, in texts whose lines were run together when they were taken from a page:
 * after the title that the body repeats, after the day of publication at its head, before a dateline further on; and the
 * signature at the end. In a text of capitals nothing of it can be told.
 */
final class RunTogether {
    /** A shorter title may as well begin the first sentence. */
    private static final int FEWEST_TITLE_WORDS = 4;

    /** Words before the day of publication: "Date of publication", "Agency Sunday". */
    private static final int MOST_LEAD_WORDS = 4;

    /** A town in capitals; shorter ones may be abbreviations before what they stand for. */
    private static final int SHORTEST_TOWN = 5;

    /** For texts in which it cannot be told. */
    static final RunTogether NOTHING = new RunTogether(List.of(), 0, 0, 0);

    private static final int LONGEST_SIGNATURE = 4;

    private final List<Token> tokens;
    private final int titleFrom;
    private final int titleEnd;
    private final int dateEnd;

    private RunTogether(List<Token> tokens, int titleFrom, int titleEnd, int dateEnd) {
        this.tokens = tokens;
        this.titleFrom = titleFrom;
        this.titleEnd = titleEnd;
        this.dateEnd = dateEnd;
    }

    /**
     * Of a paragraph.
     *
     * @param title words of the article's title
     * @param head whether the paragraph is the first of the body, which may begin with the title and the day
     */
    static RunTogether of(List<Token> tokens, List<Token> title, boolean head) {
        RunTogether plain = new RunTogether(tokens, 0, 0, 0);
        if (!head) {
            return plain;
        }
        int from = plain.dateEnd(0, false);
        int to = plain.titleEnd(from, title);
        return new RunTogether(tokens, from, to, to > from ? plain.dateEnd(to, true) : to);
    }

    /** Who wrote it, or a button: a few words in capitals without a stop. */
    boolean isSignature(List<Token> last) {
        String end = last.get(last.size() - 1).lower();
        return this != NOTHING
                && last.size() <= LONGEST_SIGNATURE
                && last.stream().allMatch(t -> !t.isWord() || t.isCapitalized())
                && !Set.of(".", "!", "?", "\"", "'", ")").contains(end);
    }

    /** Whether a new sentence begins at that token, whatever stands before it. */
    boolean begins(int at) {
        return at > 0 && at < tokens.size() && (at == titleFrom || at == titleEnd || at == dateEnd || isDateline(at));
    }

    /** After the title, when it stands at that token word by word, and its stop; else {@code from}. */
    private int titleEnd(int from, List<Token> title) {
        int at = from;
        int words = 0;
        for (Token word : title) {
            if (!word.isWord()) {
                continue;
            }
            while (at < tokens.size() && !tokens.get(at).isWord()) {
                at++;
            }
            if (at == tokens.size() || !tokens.get(at).lower().equals(word.lower())) {
                return from;
            }
            at++;
            words++;
        }
        boolean stopped = at < tokens.size() && tokens.get(at).text().equals(".");
        return words < FEWEST_TITLE_WORDS ? from : stopped ? at + 1 : at;
    }

    /** After the day of publication at that token, when a sentence may begin behind it; else {@code from}. */
    private int dateEnd(int from, boolean afterTitle) {
        for (int lead = 0; lead <= MOST_LEAD_WORDS; lead++) {
            int end = day(from + lead);
            if (end > 0) {
                return end < tokens.size() && mayBegin(tokens.get(end)) ? end : from;
            }
            if (from + lead >= tokens.size() || !mayLead(tokens.get(from + lead), afterTitle)) {
                return from;
            }
        }
        return from;
    }

    private static boolean mayLead(Token token, boolean afterTitle) {
        return PublicationLine.mayLead(token) || (afterTitle && token.isCapitalized());
    }

    private static boolean mayBegin(Token token) {
        return token.isCapitalized() || token.isNumber() || token.lower().equals("\"");
    }

    /** After a day with its year that begins at that token: "3 May 2014", "May 3, 2014", "03.05.2014"; 0 when there is none. */
    private int day(int at) {
        if (at < tokens.size() && isNumericDay(tokens.get(at).text())) {
            return at + 1;
        }
        if (isDayOfMonth(at) && isMonth(at + 1) && isYear(at + 2)) {
            return at + 3;
        }
        if (isMonth(at) && isDayOfMonth(at + 1)) {
            int year = at + 2 < tokens.size() && tokens.get(at + 2).text().equals(",") ? at + 3 : at + 2;
            return isYear(year) ? year + 1 : 0;
        }
        return 0;
    }

    private static boolean isNumericDay(String text) {
        long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
        long separators = text.chars().filter(c -> c == '.' || c == '-').count();
        return digits >= 6 && digits <= 8 && separators == 2 && digits + 2 == text.length();
    }

    private boolean isMonth(int at) {
        return at < tokens.size() && PublicationLine.isMonth(tokens.get(at));
    }

    private boolean isDayOfMonth(int at) {
        return at < tokens.size()
                && tokens.get(at).isNumber()
                && tokens.get(at).text().length() <= 2;
    }

    private boolean isYear(int at) {
        return at < tokens.size()
                && tokens.get(at).text().length() == 4
                && (tokens.get(at).text().startsWith("19")
                        || tokens.get(at).text().startsWith("20"));
    }

    /** "DAMASCUS (Agency) The ...", where no stop stands before it. */
    private boolean isDateline(int at) {
        if (!isTownInCapitals(tokens.get(at)) || isTownInCapitals(tokens.get(at - 1)) || at + 4 >= tokens.size()) {
            return false;
        }
        int close = tokens.get(at + 3).text().equals(")") ? at + 3 : at + 4;
        return tokens.get(at + 1).text().equals("(")
                && tokens.get(at + 2).isCapitalized()
                && tokens.get(close).text().equals(")")
                && close + 1 < tokens.size()
                && !Character.isLowerCase(tokens.get(close + 1).text().codePointAt(0));
    }

    private static boolean isTownInCapitals(Token token) {
        return token.text().length() >= SHORTEST_TOWN && token.text().chars().allMatch(Character::isUpperCase);
    }
}
