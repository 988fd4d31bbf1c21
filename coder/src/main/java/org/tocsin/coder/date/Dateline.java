package org.tocsin.coder.date;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.DateRange;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** The day that an article says it was written: "SAN SALVADOR, 3 JAN 90 --", or a full date that heads the body. */
final class Dateline {
    /** A dateline stands among the first words; the longest seen name a town, a country and two agencies. */
    private static final int FIRST_WORDS = 24;

    /** An article is published at most so many days after it was written. */
    private static final int WRITTEN_WITHIN_DAYS = 3;

    private static final WordClasses WORDS = WordClasses.load(Dateline.class, "dateline.tsv");

    private Dateline() {}

    /**
     * The day that "today" is in the text. Where publication is known, a date that heads the first sentence of the
     * body, at most three days before publication; none when a later sentence has such a head, too, as in a
     * chronicle. Where it is unknown, the first date with its year that heads a sentence of the first paragraphs.
     */
    static Optional<LocalDate> day(Document document, List<List<Match>> matches, @Nullable LocalDate published) {
        return published == null ? withYear(document, matches) : writtenBefore(published, document, matches);
    }

    private static Optional<LocalDate> withYear(Document document, List<List<Match>> matches) {
        for (Sentence sentence : document.sentences()) {
            if (sentence.paragraph() > 2) {
                break;
            }
            for (Match match : matches.get(sentence.index())) {
                if (heads(sentence, match)) {
                    Optional<LocalDate> day = resolved(match, null);
                    if (day.isPresent()) {
                        return day;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> writtenBefore(
            LocalDate published, Document document, List<List<Match>> matches) {
        List<Sentence> body = document.sentences().stream()
                .filter(sentence -> !sentence.isTitle())
                .toList();
        boolean chronicle = body.stream().skip(1).anyMatch(sentence -> heading(sentence, matches)
                .isPresent());
        return body.stream()
                .findFirst()
                .filter(sentence -> !chronicle)
                .flatMap(sentence -> heading(sentence, matches))
                .flatMap(match -> resolved(match, published))
                .filter(day -> !day.isBefore(published.minusDays(WRITTEN_WITHIN_DAYS)));
    }

    private static Optional<Match> heading(Sentence sentence, List<List<Match>> matches) {
        return matches.get(sentence.index()).stream()
                .findFirst()
                .filter(match -> heads(sentence, match) && isAlone(sentence, match));
    }

    private static Optional<LocalDate> resolved(Match match, @Nullable LocalDate published) {
        return DateResolver.resolve(match.meaning(), published, null).stream()
                .findFirst()
                .filter(DateRange::isOneDay)
                .map(DateRange::latest);
    }

    /**
     * No part of a sentence: behind a town and an agency at most, and before a mark or, at the very head, a new
     * sentence.
     */
    private static boolean isAlone(Sentence sentence, Match match) {
        List<Token> tokens = sentence.tokens();
        Token next = match.last() + 1 < tokens.size() ? tokens.get(match.last() + 1) : null;
        if (match.first() == 0) {
            return next == null
                    || next.text().equals(":")
                    || next.isDash()
                    || (match.form().equals("calendar-year") && next.isCapitalized());
        }
        boolean town = !WORDS.is("no town", tokens.get(0).lower())
                && tokens.subList(0, match.first()).stream().allMatch(t -> !t.isWord() || t.isCapitalized());
        return town && next != null && !next.isWord() && !next.text().equals(",");
    }

    /** Whether the date begins its sentence, or ends a dateline: "--" or ":" or a bracket follows it; not "Friday (May 5)". */
    static boolean heads(Sentence sentence, Match match) {
        boolean dated = match.form().startsWith("calendar");
        if (!dated || sentence.isTitle() || match.first() > FIRST_WORDS) {
            return false;
        }
        if (match.first() == 0) {
            return true;
        }
        boolean bracketed = sentence.tokens().subList(match.first(), match.last() + 1).stream()
                .anyMatch(token -> token.text().equals("("));
        int next = match.last() + 1;
        return !bracketed
                && next < sentence.tokens().size()
                && isEnd(sentence.tokens().get(next));
    }

    private static boolean isEnd(Token token) {
        return token.isDash()
                || switch (token.text()) {
                    case ":", ")", "(", "[" -> true;
                    default -> false;
                };
    }
}
