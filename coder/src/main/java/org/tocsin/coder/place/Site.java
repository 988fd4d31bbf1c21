package org.tocsin.coder.place;

import java.util.List;
import java.util.Optional;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/**
 * A place inside a town, told by the word beside its name: "the Bab Street market", "the airport".
 *
 * @param text as written, without the article
 */
record Site(String text) {
    private static final int LONGEST = 5;

    /** The site nearest to the attack's triggers in their sentences. */
    static Optional<Site> of(Document document, Attack attack) {
        Optional<Site> best = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (Trigger trigger : attack.triggers()) {
            Sentence sentence = document.sentences().get(trigger.sentence());
            for (int i = 1; i < sentence.tokens().size(); i++) {
                int apart = Math.abs(i - trigger.token());
                if (apart < least) {
                    Optional<Site> here = at(sentence.tokens(), i, document.allCapitals());
                    least = here.isPresent() ? apart : least;
                    best = here.isPresent() ? here : best;
                }
            }
        }
        return best;
    }

    private static Optional<Site> at(List<Token> tokens, int i, boolean capitals) {
        if (!AreaWords.WORDS.is("site", tokens.get(i).lower())) {
            return Optional.empty();
        }
        if (i + 2 < tokens.size() && tokens.get(i + 1).lower().equals("of") && !capitals) {
            int end = nameEnd(tokens, i + 2);
            if (end > i + 2) {
                return Optional.of(new Site(Token.textOf(tokens.subList(i, end))));
            }
        }
        int begin = nameBegin(tokens, i, capitals);
        boolean article = begin > 1 && tokens.get(begin - 1).lower().equals("the");
        int before = article ? begin - 2 : begin - 1;
        boolean placed = before >= 0
                && (AreaWords.WORDS.is("before site", tokens.get(before).lower())
                        || AreaWords.isAttackedBehind(tokens, before + 1));
        return placed ? Optional.of(new Site(Token.textOf(tokens.subList(begin, i + 1)))) : Optional.empty();
    }

    /** Capitalised words, and Arabic articles between them. */
    private static int nameEnd(List<Token> tokens, int begin) {
        int end = begin;
        while (end < tokens.size() && end < begin + LONGEST && isNamePart(tokens.get(end))) {
            end++;
        }
        return end;
    }

    private static int nameBegin(List<Token> tokens, int noun, boolean capitals) {
        int begin = noun;
        while (!capitals && begin > 0 && noun - begin < 2 && AreaWords.isKindOfSite(tokens.get(begin - 1))) {
            begin--;
        }
        while (begin > 0
                && noun - begin < LONGEST
                && (capitals ? isInside(tokens.get(begin - 1)) : isNamePart(tokens.get(begin - 1)))) {
            begin--;
        }
        return begin;
    }

    private static boolean isNamePart(Token token) {
        return token.isWord() && (token.isCapitalized() || token.lower().startsWith("al-") || token.isNumber());
    }

    /** Where capitals tell nothing a name ends at the word that places it. */
    private static boolean isInside(Token token) {
        return token.isWord()
                && !AreaWords.WORDS.is("before site", token.lower())
                && !token.lower().equals("the")
                && !token.lower().equals("a")
                && !token.lower().equals("and");
    }
}
