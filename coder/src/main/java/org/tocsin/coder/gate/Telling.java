package org.tocsin.coder.gate;

import java.util.List;
import org.tocsin.coder.incident.Cues;
import org.tocsin.coder.incident.Cues.Cue;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.model.Features;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/**
 * How an article tells of its attacks, whatever their words: a report says plainly on which day it happened; speeches,
 * interviews and comments come to an attack inside quotes, questions and relative clauses, and speak of "we".
 */
final class Telling {
    static final int OF_ATTACK = 11;
    private static final int OF_ARTICLE = 12;

    /** Words after which an article's way of telling is known; the rest of a long one costs nothing. */
    private static final int MOST_WORDS = 1500;

    /** Scales rates per word to about the size of the other features. */
    private static final float PER_WORD = 10f;

    private static final long OLD = Cue.HISTORY.bit() | Cue.LASTYEAR.bit() | Cue.PAST.bit() | Cue.YEAR.bit();

    private final Cues cues;

    Telling(Cues cues) {
        this.cues = cues;
    }

    /** @param surest the article's surest attack words */
    void addTo(Features features, Document document, List<Trigger> surest) {
        for (Trigger trigger : surest) {
            addAttack(features, document.sentences().get(trigger.sentence()), trigger, 0.5f / surest.size());
        }
        addArticle(features, document.sentences());
    }

    private void addAttack(Features features, Sentence sentence, Trigger trigger, float value) {
        List<Token> tokens = sentence.tokens();
        long all = 0;
        long before = 0;
        boolean quoted = false;
        boolean asked = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            long bits = cues.of(token);
            all |= bits;
            before |= i < trigger.token() ? bits : 0;
            quoted ^= i < trigger.token() && isQuote(token);
            asked |= token.lower().equals("?");
        }
        boolean plain = has(all, Cue.DAY.bit()) && !has(all, OLD | Cue.SUBJECT1.bit()) && !quoted;
        add(features, 0, quoted, value);
        add(features, 1, asked, value);
        add(features, 2, has(before, Cue.CLAUSE.bit()), value);
        add(features, 3, plain, value);
        features.add(Features.mix(OF_ATTACK, 10 + trigger.kind().name().hashCode()), value);
        features.add(
                Features.mix(OF_ATTACK, 10 + ending(tokens.get(trigger.token()).lower())), value);
        features.add(Features.mix(OF_ATTACK, 20 + trigger.token() * 4 / tokens.size()), value);
    }

    private void addArticle(Features features, List<Sentence> sentences) {
        int words = 0;
        int quotedWords = 0;
        int first = 0;
        int past = 0;
        int questions = 0;
        boolean quoted = false;
        for (Sentence sentence : sentences) {
            for (Token token : sentence.tokens()) {
                quoted ^= isQuote(token);
                questions += token.lower().equals("?") ? 1 : 0;
                if (token.isWord()) {
                    words++;
                    quotedWords += quoted ? 1 : 0;
                    first += has(cues.of(token), Cue.SUBJECT1.bit()) ? 1 : 0;
                    past += token.lower().endsWith("ed") ? 1 : 0;
                }
            }
            if (words >= MOST_WORDS) {
                break;
            }
        }
        float all = Math.max(1, words);
        features.add(Features.mix(OF_ARTICLE, 0), quotedWords / all);
        features.add(Features.mix(OF_ARTICLE, 1), (float) Math.sqrt(PER_WORD * first / all));
        features.add(Features.mix(OF_ARTICLE, 2), PER_WORD * past / all);
        features.add(
                Features.mix(OF_ARTICLE, 3), (float) Math.sqrt(questions / (double) Math.max(1, sentences.size())));
    }

    private static void add(Features features, int number, boolean is, float value) {
        if (is) {
            features.add(Features.mix(OF_ATTACK, number), value);
        }
    }

    private static boolean has(long bits, long any) {
        return (bits & any) != 0;
    }

    private static boolean isQuote(Token token) {
        return token.lower().equals("\"");
    }

    /** A verb in the past, one going on, a plural or what is none of these, roughly. */
    private static int ending(String lower) {
        return lower.endsWith("ed") ? 0 : lower.endsWith("ing") ? 1 : lower.endsWith("s") ? 2 : 3;
    }
}
