package org.tocsin.coder.role;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.place.PhraseIndex;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/**
 * Tags words from the word list and their neighbours, left to right in one pass. Written for speed and for text
 * in capitals, where statistical taggers trained on mixed case take names for verbs.
 */
final class Tagger {
    /** Before "strikes" and "attacks" these make a compound noun and are no subject. */
    private static final Set<String> COMPOUNDS = Set.of(
            "air",
            "drone",
            "missile",
            "rocket",
            "mortar",
            "artillery",
            "suicide",
            "car",
            "bomb",
            "gun",
            "terror",
            "ground",
            "gas",
            "chemical",
            "knife",
            "truck",
            "grenade");

    /** Tenths of a word's uses: from here on "to" before it begins an infinitive. */
    private static final int MOSTLY_VERB = 5;

    private final Words words;

    private final Actors actors;
    private final Nations nations;

    Tagger(Words words, Actors actors, Nations nations) {
        this.words = words;
        this.actors = actors;
        this.nations = nations;
    }

    /** @param allCapitals capital letters say nothing about names in this document */
    TaggedSentence tag(Sentence sentence, boolean allCapitals) {
        int n = sentence.tokens().size();
        TaggedSentence out = new TaggedSentence(sentence);
        markKnown(out, allCapitals);
        boolean caseless = allCapitals || isTitleCase(sentence.tokens());
        for (int i = 0; i < n; i++) {
            Token token = sentence.tokens().get(i);
            out.lemmas()[i] = token.lower();
            if (!token.isWord()) {
                out.tags()[i] = punctuation(token);
            } else if (out.actors()[i] != null) {
                out.names()[i] = true;
                out.tags()[i] = Tag.NOUN;
            } else if (out.nations()[i] != null) {
                out.tags()[i] = words.entry(token.lower()).adjective() > 4 ? Tag.ADJECTIVE : Tag.NOUN;
            } else {
                out.names()[i] = isName(token, i, caseless);
                out.tags()[i] = word(out, i);
                if (out.tags()[i] == Tag.NOUN) {
                    out.lemmas()[i] = words.noun(bare(token.lower()));
                }
            }
        }
        return out;
    }

    private void markKnown(TaggedSentence out, boolean allCapitals) {
        List<Token> tokens = out.sentence().tokens();
        for (PhraseIndex.Match<Actors.Actor> match : actors.find(tokens)) {
            Arrays.fill(out.actors(), match.begin(), match.end(), match.value());
        }
        for (int i = 0; i < tokens.size(); i++) {
            Optional<PhraseIndex.Match<Nations.Nation>> match = nations.at(tokens, i, allCapitals);
            if (match.isPresent() && match.get().value().kind() != Nations.Kind.SEAT) {
                Arrays.fill(
                        out.nations(), i, match.get().end(), match.get().value().code());
                i = match.get().end() - 1;
            }
        }
    }

    private static boolean isTitleCase(List<Token> tokens) {
        int capitalized = 0;
        int lower = 0;
        for (Token token : tokens) {
            if (token.isWord() && !token.isNumber() && token.lower().length() > 3) {
                capitalized += token.isCapitalized() ? 1 : 0;
                lower += token.isCapitalized() ? 0 : 1;
            }
        }
        return capitalized > 2 * lower;
    }

    private boolean isName(Token token, int i, boolean caseless) {
        String bare = bare(token.lower());
        boolean unknown =
                !token.isNumber() && !words.isKnown(bare) && words.verb(bare).isEmpty() && bare.indexOf('-') < 0;
        if (caseless) {
            return unknown;
        }
        return token.isCapitalized() && (i > 0 || unknown) && words.function(token.lower()) == null;
    }

    private static Tag punctuation(Token token) {
        return switch (token.lower()) {
            case "," -> Tag.COMMA;
            case "\"", "'", "`" -> Tag.QUOTE;
            case "&" -> Tag.CONJUNCTION;
            default -> Tag.PUNCTUATION;
        };
    }

    /** Without the possessive ending. */
    static String bare(String lower) {
        return lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
    }

    static boolean isPossessive(String lower) {
        return lower.endsWith("'s");
    }

    private Tag word(TaggedSentence out, int i) {
        Token token = out.token(i);
        String lower = token.lower();
        if (Quantifiers.isPart(out.sentence().tokens(), i, words)) {
            return Tag.ADVERB;
        }
        Tag function = words.function(lower);
        if (function != null) {
            return inContext(function, out, i);
        }
        if (token.isNumber()) {
            return Character.isLetter(lower.charAt(lower.length() - 1))
                            && lower.indexOf('-') < 0
                            && !lower.endsWith("th")
                    ? Tag.NOUN
                    : Tag.NUMBER;
        }
        if (out.names()[i]) {
            return Tag.NOUN;
        }
        return isPossessive(lower) ? Tag.NOUN : open(out, i, lower);
    }

    private boolean isPast(TaggedSentence out, int i) {
        return i < out.size()
                && words.verb(out.lower(i)).filter(Words.VerbForm::past).isPresent();
    }

    private Tag inContext(Tag function, TaggedSentence out, int i) {
        String lower = out.lower(i);
        if (lower.equals("that")) {
            boolean dated = out.tag(i - 1) == Tag.TIME && isPast(out, i + 1);
            return out.tag(i - 1) == Tag.NOUN || dated ? Tag.RELATIVE : Tag.SUBORDINATOR;
        }
        if (function == Tag.TO) {
            return isInfinitive(out, i) ? Tag.TO : Tag.PREPOSITION;
        }
        if (lower.equals("may") && i > 0 && out.tag(i - 1) == Tag.NUMBER) {
            return Tag.TIME;
        }
        if (lower.equals("done") || lower.equals("been")) {
            return function;
        }
        return function;
    }

    /** "to kill", "to bomb the bridge", and not "to death" or "to plan B". */
    private boolean isInfinitive(TaggedSentence out, int to) {
        if (to + 1 >= out.size()) {
            return false;
        }
        String next = out.lower(to + 1);
        Words.Entry entry = words.entry(next);
        Optional<Words.VerbForm> form = words.verb(next);
        Tag function = words.function(next);
        if (function != null) {
            return function == Tag.BE || function == Tag.HAVE;
        }
        boolean base = form.isPresent() && form.get().base().equals(next);
        return base
                && (entry.noun() == 0 || entry.verb() >= MOSTLY_VERB || startsObject(out, to + 2))
                && out.nations()[to + 1] == null
                && out.actors()[to + 1] == null;
    }

    private Tag open(TaggedSentence out, int i, String lower) {
        Words.Entry entry = words.entry(lower);
        String singular = words.noun(lower);
        int noun = Math.max(
                entry.noun(), singular.equals(lower) ? 0 : words.entry(singular).noun());
        Optional<Words.VerbForm> form = words.verb(lower);
        Tag left = left(out, i);
        if (form.isPresent() && isVerb(out, i, form.get(), noun, entry, left)) {
            out.lemmas()[i] = form.get().base();
            return verbTag(form.get(), left);
        }
        if (entry.adverb() > Math.max(noun, entry.adjective()) || (entry.isUnknown() && lower.endsWith("ly"))) {
            return Tag.ADVERB;
        }
        boolean nounLike = left.isModifier() || left == Tag.PREPOSITION;
        if (entry.adjective() > 0
                && (entry.adjective() >= noun || (isNounNext(out, i) && entry.adjective() * 3 > noun))) {
            return nounLike && noun > 0 && !isNounNext(out, i) ? Tag.NOUN : Tag.ADJECTIVE;
        }
        if (noun > 0) {
            return Tag.NOUN;
        }
        return entry.isUnknown() && lower.indexOf('-') > 0 && isNounNext(out, i) ? Tag.ADJECTIVE : Tag.NOUN;
    }

    /** The nearest tag to the left that is no adverb or quotation mark. */
    private static Tag left(TaggedSentence out, int i) {
        int j = i - 1;
        while (j >= 0 && (out.tags()[j] == Tag.ADVERB || out.tags()[j] == Tag.QUOTE)) {
            j--;
        }
        return out.tag(j);
    }

    private static Tag verbTag(Words.VerbForm form, Tag left) {
        if (form.ing()) {
            return Tag.ING;
        }
        return form.past() && left == Tag.BE ? Tag.PARTICIPLE : Tag.VERB;
    }

    private boolean isVerb(TaggedSentence out, int i, Words.VerbForm form, int noun, Words.Entry entry, Tag left) {
        boolean nounNext = isNounNext(out, i);
        if (form.past() || form.ing()) {
            return isInflectedVerb(out, i, form, noun, entry, left);
        }
        if (left == Tag.TO || left == Tag.AUXILIARY) {
            return true;
        }
        if (left.isModifier() || left == Tag.PREPOSITION || left == Tag.BE || (left == Tag.PUNCTUATION && noun > 0)) {
            return false;
        }
        int verb = words.entry(form.base()).verb();
        if (noun == 0) {
            return verb > entry.adjective();
        }
        if (i > 0 && COMPOUNDS.contains(out.lower(i - 1))) {
            return false;
        }
        boolean objectNext = startsObject(out, i + 1);
        boolean subjectLeft = left == Tag.NOUN || left == Tag.PRONOUN || left == Tag.RELATIVE;
        boolean agrees = form.third() != isPluralLeft(out, i);
        return subjectLeft
                && agrees
                && (objectNext || (verb >= 8 && !form.third()))
                && (nounNext || verb >= noun || objectNext);
    }

    /** -ed and -ing and irregular past forms: an adjective before its noun, a noun, or a verb. */
    private boolean isInflectedVerb(
            TaggedSentence out, int i, Words.VerbForm form, int noun, Words.Entry entry, Tag left) {
        boolean modified = left.isModifier() || left == Tag.ADJECTIVE;
        if (form.ing()) {
            boolean peopleNext = i + 1 < out.size() && out.nations()[i + 1] != null;
            if (peopleNext && (left == Tag.NOUN || left == Tag.ADJECTIVE)) {
                return true;
            }
            boolean named = noun >= 3 || entry.noun() >= 3;
            boolean bare = left == Tag.NOUN || left == Tag.PREPOSITION || left == Tag.PUNCTUATION;
            return !(modified || (named && bare && !startsObject(out, i + 1)));
        }
        if (modified && left != Tag.NUMBER) {
            return false;
        }
        if (left == Tag.PREPOSITION && isNounNext(out, i)) {
            return false;
        }
        boolean alsoNoun =
                entry.noun() > entry.verb() + 2 && words.entry(form.base()).equals(entry);
        return !(alsoNoun && left != Tag.BE && left != Tag.HAVE);
    }

    private boolean isPluralLeft(TaggedSentence out, int i) {
        int j = i - 1;
        while (j >= 0 && (out.tags()[j] == Tag.ADVERB || out.tags()[j] == Tag.QUOTE)) {
            j--;
        }
        return j >= 0
                && (words.isPlural(out.lower(j)) || (out.tag(j) == Tag.PRONOUN && !isSingularPronoun(out.lower(j))));
    }

    private static boolean isSingularPronoun(String lower) {
        return lower.equals("he") || lower.equals("she") || lower.equals("it") || lower.equals("who");
    }

    /** The next token begins an object: the, his, a name, three ... */
    private boolean startsObject(TaggedSentence out, int j) {
        if (j >= out.size()) {
            return false;
        }
        Tag function = words.function(out.lower(j));
        if (function != null) {
            return function.isModifier()
                    || (function == Tag.PRONOUN && !out.lower(j).equals("who"));
        }
        boolean past = words.verb(out.lower(j)).filter(Words.VerbForm::past).isPresent();
        return out.token(j).isWord() && !past;
    }

    private boolean isNounNext(TaggedSentence out, int i) {
        if (i + 1 >= out.size() || !out.token(i + 1).isWord()) {
            return false;
        }
        String next = out.lower(i + 1);
        if (words.function(next) != null) {
            return false;
        }
        @Nullable String singular = words.noun(bare(next));
        Words.Entry entry = words.entry(singular);
        Words.Entry own = words.entry(next);
        return entry.noun() > 0
                || own.adjective() > 3
                || (own.isUnknown() && words.verb(next).isEmpty());
    }
}
