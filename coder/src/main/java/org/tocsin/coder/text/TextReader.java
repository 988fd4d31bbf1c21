package org.tocsin.coder.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Splits plain text into paragraphs, sentences and tokens in one pass over the characters. */
public final class TextReader {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "gen", "col", "lt", "sgt", "capt", "maj", "gov", "sen", "rep", "st", "no", "vs",
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "prof", "rev", "jr",
            "sr", "inc", "ltd", "co", "brig", "cmdr", "adm", "cpl", "pvt", "supt", "insp");

    private TextReader() {}

    /** The document of a title, which may be missing, and a body of plain text. */
    public static Document read(@Nullable String title, String body) {
        String head = title == null || title.isBlank() ? "" : title.strip() + "\n\n";
        String text = head + body;
        List<Sentence> sentences = new ArrayList<>();
        int paragraph = head.isEmpty() ? 0 : -1;
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            if (!text.substring(begin, end).isBlank()) {
                paragraph++;
                split(tokens(text, begin, end), paragraph, sentences);
            }
            begin = end + 1;
        }
        return new Document(text, sentences, isAllCapitals(body));
    }

    private static void split(List<Token> tokens, int paragraph, List<Sentence> into) {
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean last = i + 1 == tokens.size();
            if (last || (paragraph > 0 && endsSentence(tokens, i))) {
                List<Token> own = tokens.subList(from, i + 1);
                into.add(new Sentence(
                        into.size(),
                        paragraph,
                        own.get(0).begin(),
                        tokens.get(i).end(),
                        own));
                from = i + 1;
            }
        }
    }

    private static boolean endsSentence(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        Token next = tokens.get(i + 1);
        if (isClosingQuote(next) && next.begin() == token.end()) {
            return false;
        }
        boolean closed = isClosingQuote(token) && i > 0 && isStop(tokens.get(i - 1));
        return (isStop(token) || closed) && (next.isCapitalized() || next.isNumber() || !next.isWord());
    }

    private static boolean isStop(Token token) {
        return token.text().equals(".")
                || token.text().equals("!")
                || token.text().equals("?");
    }

    private static boolean isClosingQuote(Token token) {
        return token.lower().equals("\"")
                || token.lower().equals("'")
                || token.text().equals(")");
    }

    private static List<Token> tokens(String text, int begin, int end) {
        List<Token> tokens = new ArrayList<>();
        int i = begin;
        while (i < end) {
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
                continue;
            }
            int j = wordEnd(text, i, end);
            tokens.add(token(text, i, j));
            i = j;
        }
        return tokens;
    }

    private static int wordEnd(String text, int i, int end) {
        int j = i;
        while (j < end && isInner(text, i, j, end)) {
            j++;
        }
        if (j == i) {
            return i + Character.charCount(text.codePointAt(i));
        }
        if (j < end && text.charAt(j) == '.' && isAbbreviation(text.substring(i, j))) {
            j++;
        }
        return j;
    }

    /** Letters and digits, and between them hyphens, apostrophes, and the dots and commas of U.S. and 1,000. */
    private static boolean isInner(String text, int from, int j, int end) {
        char c = text.charAt(j);
        if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
            return true;
        }
        if (c == '.' && j > from && isDotted(text, from, j)) {
            return j - from > 1 || (j + 1 < end && Character.isLetter(text.charAt(j + 1)));
        }
        boolean between = j > from && j + 1 < end && Character.isLetterOrDigit(text.charAt(j + 1));
        return between
                && switch (c) {
                    case '-', '\'', '\u2019' -> true;
                    case ',', '.' -> isDigits(text, j);
                    default -> false;
                };
    }

    private static boolean isDigits(String text, int j) {
        return Character.isDigit(text.charAt(j - 1)) && Character.isDigit(text.charAt(j + 1));
    }

    /** Single letters with dots between them so far, as in U.S or a.m. */
    private static boolean isDotted(String text, int from, int j) {
        for (int k = from; k < j; k++) {
            boolean letter = (k - from) % 2 == 0;
            if (letter != Character.isLetter(text.charAt(k)) || (!letter && text.charAt(k) != '.')) {
                return false;
            }
        }
        return (j - from) % 2 == 1;
    }

    private static boolean isAbbreviation(String word) {
        return ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT))
                || (word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I"));
    }

    private static Token token(String text, int begin, int end) {
        String written = text.substring(begin, end);
        String lower = written.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u201c', '"')
                .replace('\u201d', '"');
        return new Token(written, lower, begin, end);
    }

    private static boolean isAllCapitals(String body) {
        long upper = body.chars().filter(Character::isUpperCase).count();
        long lower = body.chars().filter(Character::isLowerCase).count();
        return upper > 4 * lower && upper > 0;
    }
}
