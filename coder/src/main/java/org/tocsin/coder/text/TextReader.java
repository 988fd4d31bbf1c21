package org.tocsin.coder.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits plain text into paragraphs, sentences and tokens in one pass over the characters. */
public final class TextReader {
    private static final Boilerplate BOILERPLATE = new Boilerplate();

    private TextReader() {}

    /** The document of a title, which may be missing, and a body, both of plain text or HTML. */
    public static Document read(@Nullable String title, String body) {
        PlainText plainTitle = PlainText.of(title == null ? "" : title);
        PlainText plainBody = PlainText.of(body);
        String line = plainTitle.text().replace('\n', ' ');
        int titleOffset = line.length() - line.stripLeading().length();
        String head = line.isBlank() ? "" : line.strip() + "\n\n";
        String text = head + plainBody.text();
        Origin origin = new Origin(plainTitle, titleOffset, plainBody, head.length());
        List<Sentence> sentences = new ArrayList<>();
        int paragraph = head.isEmpty() ? 0 : -1;
        boolean allCapitals = isAllCapitals(plainBody.text());
        Tokenizer tokenizer = new Tokenizer(text);
        List<Token> titleWords = List.of();
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            List<Token> tokens = tokenizer.tokens(begin, end);
            if (!tokens.isEmpty() && (begin < head.length() || !BOILERPLATE.is(tokens))) {
                paragraph++;
                titleWords = paragraph == 0 ? tokens : titleWords;
                RunTogether runTogether = allCapitals || paragraph == 0
                        ? RunTogether.NOTHING
                        : RunTogether.of(tokens, paragraph == 1 ? titleWords : List.of(), paragraph == 1);
                split(tokens, paragraph, runTogether, sentences);
            }
            begin = end + 1;
        }
        return new Document(text, sentences, allCapitals, origin);
    }

    private static void split(List<Token> tokens, int paragraph, RunTogether runTogether, List<Sentence> into) {
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean last = i + 1 == tokens.size();
            if (last
                    || (paragraph > 0
                            && (endsSentence(tokens, i)
                                    || runTogether.begins(i + 1)
                                    || BOILERPLATE.pointsAt(tokens, i + 1)))) {
                List<Token> own = tokens.subList(from, i + 1);
                if (last && from > 0 && runTogether.isSignature(own)) {
                    return;
                }
                Sentence sentence = new Sentence(
                        into.size(),
                        paragraph,
                        own.get(0).begin(),
                        tokens.get(i).end(),
                        own);
                if (paragraph == 0 || !BOILERPLATE.isPointer(sentence)) {
                    into.add(sentence);
                }
                from = i + 1;
            }
        }
    }

    private static boolean endsSentence(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        boolean closed = isClosingQuote(token)
                && i > 0
                && isStop(tokens.get(i - 1))
                && tokens.get(i - 1).end() == token.begin();
        if (!closed && !isStop(token)) {
            return false;
        }
        Token next = tokens.get(i + 1);
        boolean closes = isClosingQuote(next) && next.begin() == token.end();
        return !closes && !goesOn(next) && (next.isCapitalized() || next.isNumber() || !next.isWord());
    }

    /** What never begins a sentence: the stop before it was an abbreviation's, as in "Tulsa, Okla., on Monday". */
    private static boolean goesOn(Token token) {
        return switch (token.text()) {
            case ",", ";", ":", "-", "\u2013", "\u2014" -> true;
            default -> false;
        };
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

    private static boolean isAllCapitals(String body) {
        long upper = 0;
        long lower = 0;
        for (int i = 0; i < body.length(); i++) {
            upper += Character.isUpperCase(body.charAt(i)) ? 1 : 0;
            lower += Character.isLowerCase(body.charAt(i)) ? 1 : 0;
        }
        return upper > 4 * lower && upper > 0;
    }
}
