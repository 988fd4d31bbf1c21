package org.tocsin.coder.role;

import java.util.Optional;
import org.tocsin.coder.text.Token;

/**
 * Tells by what follows whether a word that may be an adjective has no noun to belong to, and so is the noun: "shot an
 * [American] in", and not "shot an [American] driver".
 */
final class PhraseEnd {
    private final Words words;

    PhraseEnd(Words words) {
        this.words = words;
    }

    /** The noun phrase is over behind the i-th word. Looks at no more than three words. */
    boolean isAt(TaggedSentence out, int i) {
        int next = i + 1;
        if (next >= out.size()) {
            return true;
        }
        Token token = out.token(next);
        if (token.lower().equals(",")) {
            return !isDescription(out, next + 1);
        }
        if (!token.isWord()) {
            return !isHyphenOrQuote(token);
        }
        if (isKnownName(out, next) || token.isNumber()) {
            return false;
        }
        Tag function = words.function(token.lower());
        return function == null ? isVerb(out, next) : endsPhrase(function, out, next);
    }

    /** "[An activist] and his wife", "an American [Monday]"; not "an American and British convoy", "a Syrian night raid". */
    private boolean endsPhrase(Tag function, TaggedSentence out, int i) {
        return switch (function) {
            case CONJUNCTION -> i + 1 < out.size() && isCounted(out, i + 1);
            case TIME -> out.token(i).isCapitalized();
            case NUMBER -> false;
            default -> true;
        };
    }

    private boolean isCounted(TaggedSentence out, int i) {
        Tag function = words.function(out.lower(i));
        return out.token(i).isNumber() || (function != null && function.isModifier());
    }

    /** "[was] killed", "shot dead", "killed by", and not "the American led coalition". */
    private boolean isVerb(TaggedSentence out, int i) {
        Optional<Words.VerbForm> form = words.verb(out.lower(i));
        if (form.isPresent() && form.get().past()) {
            return i + 1 >= out.size()
                    || !out.token(i + 1).isWord()
                    || out.lower(i + 1).equals("dead")
                    || words.function(out.lower(i + 1)) != null
                    || isAdverb(out.lower(i + 1));
        }
        return isAdverb(out.lower(i));
    }

    private boolean isAdverb(String lower) {
        Words.Entry entry = words.entry(lower);
        return entry.adverb() > Math.max(entry.noun(), Math.max(entry.adjective(), entry.verb()));
    }

    /** "American, [British] and French troops". */
    private boolean isDescription(TaggedSentence out, int i) {
        if (i >= out.size()) {
            return false;
        }
        Words.Entry entry = words.entry(out.lower(i));
        return out.nations()[i] != null || entry.adjective() > entry.noun();
    }

    private static boolean isKnownName(TaggedSentence out, int i) {
        return out.nations()[i] != null || out.actors()[i] != null;
    }

    private static boolean isHyphenOrQuote(Token token) {
        return switch (token.lower()) {
            case "-", "/", "\"", "'", "`" -> true;
            default -> false;
        };
    }
}
