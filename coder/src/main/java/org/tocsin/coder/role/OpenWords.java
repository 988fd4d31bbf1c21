package org.tocsin.coder.role;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells verbs, nouns, adjectives and adverbs apart, which most often the same word may be, by its uses and its neighbours. */
final class OpenWords {
    /** Tenths of its uses: what is a verb so often is one without an object, too. */
    private static final int MOSTLY = 8;

    private final Words words;
    private final HeadNouns heads;
    private final PhraseEnd phraseEnd;
    private final Headlines headlines;

    OpenWords(Words words, HeadNouns heads, PhraseEnd phraseEnd) {
        this.words = words;
        this.heads = heads;
        this.phraseEnd = phraseEnd;
        this.headlines = new Headlines(words);
    }

    /** The tag of the i-th word; sets its base form when it is a verb. */
    Tag tag(TaggedSentence out, int i) {
        String lower = out.lower(i);
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
        if (entry.adjective() > 0 && isPerson(out, i, left)) {
            return Tag.NOUN;
        }
        boolean nounLike = left.isModifier() || left == Tag.PREPOSITION;
        if (entry.adjective() > 0
                && (entry.adjective() >= noun || (isNounNext(out, i) && entry.adjective() * 3 > noun))) {
            return nounLike && noun > 0 && !isNounNext(out, i) ? Tag.NOUN : Tag.ADJECTIVE;
        }
        if (noun > 0) {
            return Tag.NOUN;
        }
        boolean joined = entry.isUnknown() && lower.indexOf('-') > 0;
        return joined && isNounNext(out, i) && !isWeaponInAction(out, i) && !isPerson(out, i, left)
                ? Tag.ADJECTIVE
                : Tag.NOUN;
    }

    /** "The police [chief] was shot", "[Activist] shot dead", and not "[chief] among them was", "the [civilian] police". */
    private boolean isPerson(TaggedSentence out, int i, Tag left) {
        boolean mayEnd = left.isModifier() || left == Tag.NOUN || left == Tag.VERB || left == Tag.PUNCTUATION;
        return mayEnd && heads.isPerson(words.noun(out.lower(i))) && phraseEnd.isAt(out, i);
    }

    /** "A [car-bomb] exploded": the verb that follows may pass for an adjective. */
    private boolean isWeaponInAction(TaggedSentence out, int i) {
        String lower = out.lower(i);
        String last = words.noun(lower.substring(lower.lastIndexOf('-') + 1));
        return words.entry(last).kind().equals("weapon")
                && words.verb(out.lower(i + 1)).filter(Words.VerbForm::past).isPresent();
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
        if (isUnit(out, i)) {
            return false;
        }
        if (i > 0
                && words.isCompound(out.lower(i - 1))
                && !(startsObject(out, i + 1) && headlines.isDeedOfWeapon(out, i, form))) {
            return false;
        }
        boolean objectNext = startsObject(out, i + 1);
        boolean subjectLeft = left == Tag.NOUN || left == Tag.PRONOUN || left == Tag.RELATIVE;
        boolean agrees = form.third() != isPluralLeft(out, i) || isOfFarSubject(out, i, form, noun);
        return subjectLeft
                && agrees
                && (objectNext || (verb >= MOSTLY && (!form.third() || noun <= 1)))
                && (nounNext || verb >= noun || objectNext);
    }

    /** "Air strikes in Syria [kill] at least 20": who does it stands before the place. */
    private boolean isOfFarSubject(TaggedSentence out, int i, Words.VerbForm form, int noun) {
        int next = i + 1;
        boolean counted = next < out.size()
                && (out.token(next).isNumber()
                        || words.function(out.lower(next)) == Tag.NUMBER
                        || Quantifiers.isPart(out.sentence().tokens(), next, words));
        return counted && !form.third() && noun <= 1 && words.entry(form.base()).verb() >= MOSTLY;
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
            // "in the north killing at least 30 soldiers".
            boolean owned = out.tag(i - 1) == Tag.DETERMINER || out.tag(i - 1) == Tag.POSSESSIVE;
            if (!owned
                    && i + 1 < out.size()
                    && Quantifiers.isPart(out.sentence().tokens(), i + 1, words)) {
                return true;
            }
            boolean building = entry.kind().equals("building");
            if (!building && isPluralLeft(out, i) && isPrepositionOfPlace(out, i + 1)) {
                return true;
            }
            boolean named = noun >= 3 || entry.noun() >= 3;
            boolean bare = left == Tag.NOUN || left == Tag.PREPOSITION || left == Tag.PUNCTUATION;
            return !(modified || (named && bare && !startsObject(out, i + 1)));
        }
        if (modified && left != Tag.NUMBER) {
            return isOfTheDead(out, i) && startsObject(out, i + 1);
        }
        boolean described =
                left == Tag.PREPOSITION || (left == Tag.VERB && words.idioms().is("DESCRIBING", out.lower(i)));
        if (described && isNounNext(out, i)) {
            // "between armed men", "kill retired general".
            return false;
        }
        boolean alsoNoun =
                entry.noun() > entry.verb() + 2 && words.entry(form.base()).equals(entry);
        return !(alsoNoun && left != Tag.BE && left != Tag.HAVE);
    }

    /** "the dead [included] a teacher". */
    private boolean isOfTheDead(TaggedSentence out, int i) {
        return i > 1 && out.lower(i - 2).equals("the") && words.idioms().isHarmed(out.lower(i - 1));
    }

    /** "government [forces] positions", "security [guards] the group hired". */
    private boolean isUnit(TaggedSentence out, int i) {
        return i > 0 && words.idioms().isUnit(out.lower(i - 1), out.lower(i));
    }

    /** "gunmen riding in a car", "rebels hiding near the town", and not "arms dealing of". */
    private boolean isPrepositionOfPlace(TaggedSentence out, int i) {
        return i < out.size()
                && words.function(out.lower(i)) == Tag.PREPOSITION
                && !out.lower(i).equals("of");
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

    /** There begins an object: the, his, a name, three, at least three ... */
    boolean startsObject(TaggedSentence out, int from) {
        int j = from;
        while (j < out.size() && Quantifiers.isPart(out.sentence().tokens(), j, words)) {
            j++;
        }
        if (j >= out.size() || out.lower(j).equals("that")) {
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
        @Nullable String singular = words.noun(Tagger.bare(next));
        Words.Entry entry = words.entry(singular);
        Words.Entry own = words.entry(next);
        return entry.noun() > 0
                || own.adjective() > 3
                || (own.isUnknown() && words.verb(next).isEmpty());
    }
}
