package org.tocsin.coder.role;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    /** Tenths of a word's uses: from here on "to" before it begins an infinitive. */
    private static final int MOSTLY_VERB = 5;

    private final Words words;
    private final OpenWords openWords;
    private final NameWords nameWords;
    private final PhraseEnd phraseEnd;
    private final Peoples peoples;
    private final Actors actors;
    private final Nations nations;

    Tagger(Words words, HeadNouns heads, Actors actors, Nations nations) {
        this.words = words;
        this.phraseEnd = new PhraseEnd(words);
        this.nameWords = new NameWords(words);
        this.openWords = new OpenWords(words, heads, phraseEnd);
        this.peoples = new Peoples(words, phraseEnd, nations);
        this.actors = actors;
        this.nations = nations;
    }

    /** @param allCapitals capital letters say nothing about names in this document */
    TaggedSentence tag(Sentence sentence, boolean allCapitals) {
        int n = sentence.tokens().size();
        TaggedSentence out = new TaggedSentence(sentence);
        markKnown(out, allCapitals);
        boolean caseless = allCapitals || isTitleCase(sentence.tokens());
        int joined = 0;
        for (int i = 0; i < n; i++) {
            Token token = sentence.tokens().get(i);
            out.lemmas()[i] = token.lower();
            joined = Math.max(joined - 1, joining(out, i));
            if (joined > 0) {
                out.tags()[i] = Tag.CONJUNCTION;
            } else if (isAge(sentence.tokens(), i)) {
                out.tags()[i] = Tag.ADVERB;
            } else if (!token.isWord()) {
                out.tags()[i] = punctuation(token);
            } else if (out.actors()[i] != null) {
                out.names()[i] = true;
                out.tags()[i] = Tag.NOUN;
            } else if (out.nations()[i] != null) {
                out.tags()[i] = peoples.isAdjective(out, i) ? Tag.ADJECTIVE : Tag.NOUN;
                out.compatriots()[i] = out.tags()[i] == Tag.NOUN && peoples.isOne(out, i, allCapitals);
            } else {
                boolean family = isFamilyName(out, i);
                out.names()[i] =
                        family || isName(token, i, caseless) || (!caseless && nameWords.is(sentence.tokens(), i));
                out.tags()[i] = word(out, i);
                if (family) {
                    // As written, for it is no form of that word.
                    out.lemmas()[i] = token.text();
                } else if (out.tags()[i] == Tag.NOUN) {
                    out.lemmas()[i] = words.noun(bare(token.lower()));
                }
            }
        }
        return out;
    }

    /** "A roofer [aged 26] and a pupil", "a boy [of 12] remains", and not "the town has aged", "a group of 12". */
    private boolean isAge(List<Token> tokens, int i) {
        return isAgeFrom(tokens, i) || isAgeFrom(tokens, i - 1);
    }

    private boolean isAgeFrom(List<Token> tokens, int i) {
        if (i < 1 || i + 1 >= tokens.size() || !tokens.get(i + 1).isNumber()) {
            return false;
        }
        String lower = tokens.get(i).lower();
        return lower.equals("aged")
                || (lower.equals("of")
                        && words.idioms().is("YOUNG-OR-OLD", tokens.get(i - 1).lower())
                        && !(i + 2 < tokens.size() && isPlural(tokens.get(i + 2).lower())));
    }

    /** "Teachers", and not "remains". */
    private boolean isPlural(String lower) {
        return lower.endsWith("s")
                && words.isKnown(words.noun(lower))
                && words.verb(lower).isEmpty();
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
        if (caseless) {
            return isUnknown(token);
        }
        return token.isCapitalized() && words.function(token.lower()) == null && (i > 0 || isUnknown(token));
    }

    /** "Mark [Field]", "Bill [Church]", and not "a church", "at Grace [Church]", "St Mary [Church]", "to Mary [Church]". */
    private boolean isFamilyName(TaggedSentence out, int i) {
        return i > 0
                && out.token(i).isCapitalized()
                && out.token(i - 1).isCapitalized()
                && words.idioms().is("GIVEN-NAMES", out.lower(i - 1))
                && words.idioms().is("FAMILY-NAMES", out.lower(i))
                && !(i > 1 && isOfASite(out.lower(i - 2), out.lower(i)));
    }

    /** Before the given name. */
    private boolean isOfASite(String before, String name) {
        Tag function = words.function(before);
        boolean preposition = function == Tag.PREPOSITION || function == Tag.TO;
        return words.idioms().is("PLACING", before)
                || (preposition && words.idioms().is("SITE-NAMES", name));
    }

    private boolean isUnknown(Token token) {
        String bare = bare(token.lower());
        return !token.isNumber() && !words.isKnown(bare) && words.verb(bare).isEmpty() && bare.indexOf('-') < 0;
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
        Tag function = out.names()[i] ? null : words.function(lower);
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
        if (isTime(out, i)) {
            return Tag.TIME;
        }
        if (out.names()[i]) {
            return Tag.NOUN;
        }
        return isPossessive(lower) ? Tag.NOUN : openWords.tag(out, i);
    }

    /** Of "a guard [as well as] a clerk", "a judge, [along with] his driver", and not of "fled along with". */
    private int joining(TaggedSentence out, int i) {
        boolean afterNoun = out.tag(out.tag(i - 1) == Tag.COMMA ? i - 2 : i - 1) == Tag.NOUN;
        return afterNoun ? words.idioms().joining(out.sentence().tokens(), i) : 0;
    }

    /** "[last] Friday", and not "the last days". */
    private boolean isTime(TaggedSentence out, int i) {
        return (out.lower(i).equals("last") || out.lower(i).equals("next"))
                && i + 1 < out.size()
                && words.function(out.lower(i + 1)) == Tag.TIME
                && !out.tag(i - 1).isModifier();
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
        if (isSuchAs(out, i) || isSuchAs(out, i - 1)) {
            return Tag.PREPOSITION;
        }
        if (lower.equals("couple") && isPair(out, i)) {
            return Tag.NOUN;
        }
        if (lower.equals("may") && i > 0 && out.tag(i - 1) == Tag.NUMBER) {
            return Tag.TIME;
        }
        return function;
    }

    /** "An elderly [couple] were shot", and not "a couple of men", "a couple more". */
    private boolean isPair(TaggedSentence out, int i) {
        boolean of = i + 1 < out.size() && out.lower(i + 1).equals("of");
        return !of && phraseEnd.isAt(out, i);
    }

    private static boolean isSuchAs(TaggedSentence out, int such) {
        return such >= 0
                && such + 1 < out.size()
                && out.lower(such).equals("such")
                && out.lower(such + 1).equals("as");
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
                && (entry.noun() == 0 || entry.verb() >= MOSTLY_VERB || openWords.startsObject(out, to + 2))
                && out.nations()[to + 1] == null
                && out.actors()[to + 1] == null;
    }
}
