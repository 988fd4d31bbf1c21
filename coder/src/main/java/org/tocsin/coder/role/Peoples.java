package org.tocsin.coder.role;

import org.tocsin.coder.place.Nations;

/** Reads a word for a people as what it is where it stands: an adjective, one of them, or all of them. */
final class Peoples {
    /** Tenths of its uses as an adjective up to which a word for a people is a noun wherever it stands. */
    private static final int MOSTLY_NOUN = 4;

    private final Words words;
    private final PhraseEnd phraseEnd;
    private final Nations nations;

    Peoples(Words words, PhraseEnd phraseEnd, Nations nations) {
        this.words = words;
        this.phraseEnd = phraseEnd;
        this.nations = nations;
    }

    /** "An [American] driver", and not "shot an [American] in", "two [Swiss] were". */
    boolean isAdjective(TaggedSentence out, int i) {
        boolean adjective = words.entry(out.lower(i)).adjective() > MOSTLY_NOUN;
        Tag left = out.tag(i - 1);
        boolean begins = left.isModifier() || left == Tag.VERB || left == Tag.PUNCTUATION;
        return adjective && !(begins && phraseEnd.isAt(out, i));
    }

    /** "A [Briton]", "[Israeli] shot dead", "the [American]"; not "two [Turks]", nor "the [French]", who are a state as well, nor "[US-led]". */
    boolean isOne(TaggedSentence out, int i, boolean allCapitals) {
        String lower = out.lower(i);
        boolean many = (lower.endsWith("s") && !lower.endsWith("ss")) || out.tag(i - 1) == Tag.NUMBER;
        boolean open = i > 0 && out.lower(i - 1).equals("the") && words.idioms().isOfAll(lower);
        return !many
                && !open
                && lower.indexOf('-') < 0
                && nations.at(out.sentence().tokens(), i, allCapitals)
                        .filter(match -> match.value().kind() == Nations.Kind.ADJECTIVE)
                        .isPresent();
    }
}
