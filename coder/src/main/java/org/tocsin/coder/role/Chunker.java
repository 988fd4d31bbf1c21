package org.tocsin.coder.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Groups tagged words into noun phrases and verb groups, left to right. */
final class Chunker {
    /** Prepositions that belong to the verb before them. */
    private static final Set<String> PARTICLES = Set.of("up", "out", "off", "down");

    private Chunker() {}

    static List<Chunk> chunk(TaggedSentence s) {
        List<Chunk> chunks = new ArrayList<>();
        int i = 0;
        while (i < s.size()) {
            Chunk chunk = next(s, i);
            chunks.add(chunk);
            i = chunk.end();
        }
        return chunks;
    }

    private static Chunk next(TaggedSentence s, int i) {
        Tag tag = s.tag(i);
        if (tag == Tag.NOUN || tag.isModifier()) {
            return nounPhrase(s, i);
        }
        if (tag.isVerbal()) {
            return verbGroup(s, i);
        }
        if (tag == Tag.CONJUNCTION) {
            int end = i + 1;
            while (s.tag(end) == Tag.CONJUNCTION) {
                end++;
            }
            return new Chunk(Chunk.Kind.CONJUNCTION, i, end, i);
        }
        Chunk.Kind kind =
                switch (tag) {
                    case PREPOSITION -> Chunk.Kind.PREPOSITION;
                    case RELATIVE -> Chunk.Kind.RELATIVE;
                    case SUBORDINATOR -> Chunk.Kind.SUBORDINATOR;
                    case PRONOUN -> Chunk.Kind.PRONOUN;
                    case COMMA -> Chunk.Kind.COMMA;
                    case TIME -> Chunk.Kind.TIME;
                    case ADVERB, QUOTE -> Chunk.Kind.ADVERB;
                    default -> Chunk.Kind.BREAK;
                };
        return new Chunk(kind, i, i + 1, i);
    }

    private static Chunk nounPhrase(TaggedSentence s, int from) {
        int head = -1;
        int i = from;
        while (i < s.size() && continues(s, from, i, head)) {
            head = s.tag(i) == Tag.NOUN ? i : head;
            i++;
        }
        if (head < 0) {
            // "the wounded", "four others": the last modifier stands for the noun.
            int last = Math.max(from, i - 1);
            boolean pronoun = s.tag(last) == Tag.DETERMINER || s.tag(last) == Tag.POSSESSIVE;
            return new Chunk(pronoun ? Chunk.Kind.PRONOUN : Chunk.Kind.NOUN_PHRASE, from, last + 1, last);
        }
        return new Chunk(Chunk.Kind.NOUN_PHRASE, from, head + 1, head);
    }

    private static boolean continues(TaggedSentence s, int from, int i, int head) {
        Tag tag = s.tag(i);
        if (i == from) {
            return true;
        }
        if (head < 0 && isDate(s, i - 1)) {
            return false;
        }
        boolean afterOwner = head >= 0 && head == i - 1 && Tagger.isPossessive(s.lower(head));
        if (tag == Tag.NOUN) {
            return true;
        }
        if (tag == Tag.ADJECTIVE) {
            return head < 0 || afterOwner || (s.names()[head] && isNounAhead(s, i));
        }
        if (tag == Tag.NUMBER) {
            return head < 0 && !isYear(s.lower(i - 1));
        }
        if (tag == Tag.CONJUNCTION) {
            return head < 0 && s.tag(i - 1) == Tag.ADJECTIVE && s.tag(i + 1) == Tag.ADJECTIVE;
        }
        if (tag == Tag.QUOTE) {
            return s.tag(i + 1) == Tag.NOUN && head < 0;
        }
        if (tag == Tag.ADVERB) {
            return head < 0 && s.tag(i + 1) == Tag.ADJECTIVE;
        }
        // "brought to two the number of dead": the number is a phrase of its own.
        boolean counted = i == from + 1 && s.tag(from) == Tag.NUMBER;
        return (tag == Tag.DETERMINER || tag == Tag.POSSESSIVE) && head < 0 && !counted;
    }

    /** "15 August 2016 Nine people ...": a date in front counts nobody. */
    private static boolean isYear(String word) {
        return word.length() == 4
                && (word.startsWith("19") || word.startsWith("20"))
                && word.chars().allMatch(Character::isDigit);
    }

    /** "2016", "12-05-2016", and not "26-year-old". */
    private static boolean isDate(TaggedSentence s, int i) {
        String word = s.lower(i);
        return isYear(word)
                || (s.token(i).isNumber()
                        && word.indexOf('-') != word.lastIndexOf('-')
                        && Character.isDigit(word.charAt(word.length() - 1)));
    }

    private static boolean isNounAhead(TaggedSentence s, int i) {
        int j = i;
        while (s.tag(j) == Tag.ADJECTIVE) {
            j++;
        }
        return s.tag(j) == Tag.NOUN;
    }

    private static Chunk verbGroup(TaggedSentence s, int from) {
        int main = from;
        boolean be = false;
        boolean passive = false;
        int i = from;
        while (i < s.size()
                && (s.tag(i).isVerbal()
                        || (s.tag(i) == Tag.ADVERB && s.tag(i + 1).isVerbal()))) {
            Tag tag = s.tag(i);
            boolean content = tag == Tag.VERB || tag == Tag.PARTICIPLE || tag == Tag.ING;
            if (content && i > from && tag == Tag.VERB && s.tag(i - 1) == Tag.VERB) {
                break;
            }
            if (content) {
                main = i;
                passive = tag == Tag.PARTICIPLE || (be && tag == Tag.VERB && s.tag(i - 1) == Tag.BE);
            }
            be |= tag == Tag.BE;
            i++;
        }
        if (main == i - 1
                && s.tag(main) == Tag.VERB
                && i < s.size()
                && s.lower(i).equals("dead")) {
            i++;
            passive = !startsObject(s.tag(i));
        }
        if (i < s.size() && s.tag(i) == Tag.PREPOSITION && isParticle(s, main, i)) {
            i++;
        }
        boolean ing = s.tag(main) == Tag.ING && main == from;
        Chunk.Kind kind = passive ? Chunk.Kind.PASSIVE : ing ? Chunk.Kind.ING : Chunk.Kind.ACTIVE;
        return new Chunk(kind, from, Math.max(i, from + 1), main);
    }

    /** "blew up the bridge", "carried out by rebels"; and not "got out of the car", "is down". */
    private static boolean isParticle(TaggedSentence s, int verb, int i) {
        return verb == i - 1
                && s.tag(verb) != Tag.BE
                && PARTICLES.contains(s.lower(i))
                && (i + 1 == s.size() || !s.lower(i + 1).equals("of"));
    }

    /** "shot dead two men", and not "shot dead at home". */
    private static boolean startsObject(Tag tag) {
        return tag == Tag.NOUN || tag == Tag.PRONOUN || tag.isModifier();
    }
}
