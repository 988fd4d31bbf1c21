package org.tocsin.coder.role;

import java.util.List;
import java.util.Set;
import org.tocsin.coder.Target;

/** A number "of them": some of those who were named before in the sentence. */
final class Partitives {
    private static final Set<String> THEM = Set.of("them", "whom");

    /** Words of a list in which some of those told of are named: "including five children and two women". */
    private static final int LISTED = 8;

    private Partitives() {}

    /**
     * Of whom the phrase after "two of them" is a part, as in "13 people, two of them women": a chunk, -1 when of nobody.
     *
     * @param them the pronoun's chunk
     */
    static int whole(TaggedSentence s, List<Chunk> chunks, int them) {
        int comma = them - 3;
        boolean isPart = comma > 0
                && isSomeOfThem(s, chunks, them - 2)
                && chunks.get(comma).kind() == Chunk.Kind.COMMA
                && chunks.get(comma - 1).isNounPhrase();
        return isPart ? comma - 1 : -1;
    }

    /**
     * The verb that says what was done to some of those people, as in "soldiers in the town, ..., wounding one of them": a
     * chunk, -1 when none does or when other people stand nearer to it.
     */
    static int harmOfSome(TaggedSentence s, List<Chunk> chunks, int people, RoleLexicon lexicon) {
        if (!isPeople(s, chunks.get(people), lexicon)) {
            return -1;
        }
        for (int j = people + 2; j + 2 < chunks.size(); j++) {
            if (chunks.get(j - 1).isVerb() && isSomeOfThem(s, chunks, j)) {
                return j - 1;
            }
            if (isPeople(s, chunks.get(j), lexicon)) {
                return -1;
            }
        }
        return -1;
    }

    /** Told of by age or sex alone among others that were counted: "72 people including nine children", "among them a woman". */
    static boolean isAmongCounted(Mention mention, RoleLexicon lexicon) {
        TaggedSentence s = mention.s();
        if (mention.isName() || !lexicon.phrases().isAgeOrSex(mention.lemma())) {
            return false;
        }
        if (isPartOfSum(mention, lexicon)) {
            return true;
        }
        for (int i = mention.begin() - 1; i >= Math.max(0, mention.begin() - LISTED); i--) {
            if (s.lower(i).equals("including") || (i > 0 && isAmongThem(s, i - 1))) {
                return true;
            }
            if (!mayBeListed(s.tag(i))) {
                return false;
            }
        }
        return false;
    }

    /** The numbers of the parts add up to that of the whole: "five villagers, two women and three men". */
    private static boolean isPartOfSum(Mention mention, RoleLexicon lexicon) {
        TaggedSentence s = mention.s();
        int from = mention.begin();
        while (from > Math.max(0, mention.begin() - LISTED) && mayBeSummed(s, from - 1)) {
            from--;
        }
        int whole = 0;
        int parts = 0;
        int sum = 0;
        for (int i = from; i < Math.min(s.size(), from + 2 * LISTED) && mayBeSummed(s, i); i++) {
            int count = lexicon.words().idioms().count(s.lower(i));
            if (whole == 0 && count > 0) {
                whole = i < mention.begin() ? count : -1;
            } else if (count > 0) {
                parts++;
                sum += count;
            } else if (parts == 0 && lexicon.phrases().isAgeOrSex(s.lemmas()[i])) {
                return false;
            }
        }
        return parts > 1 && sum == whole;
    }

    private static boolean mayBeSummed(TaggedSentence s, int i) {
        return mayBeListed(s.tag(i)) || Lists.isOpening(s.lower(i));
    }

    private static boolean isAmongThem(TaggedSentence s, int i) {
        return i + 1 < s.size() && s.lower(i).equals("among") && THEM.contains(s.lower(i + 1));
    }

    private static boolean mayBeListed(Tag tag) {
        return tag == Tag.NOUN || tag == Tag.CONJUNCTION || tag == Tag.COMMA || tag.isModifier();
    }

    static boolean isThem(String word) {
        return THEM.contains(word);
    }

    private static boolean isSomeOfThem(TaggedSentence s, List<Chunk> chunks, int some) {
        return chunks.get(some).isNounPhrase()
                && s.tag(chunks.get(some).head()) == Tag.NUMBER
                && s.lower(chunks.get(some + 1).head()).equals("of")
                && chunks.get(some + 2).kind() == Chunk.Kind.PRONOUN
                && THEM.contains(s.lower(chunks.get(some + 2).head()));
    }

    private static boolean isPeople(TaggedSentence s, Chunk chunk, RoleLexicon lexicon) {
        return chunk.isNounPhrase()
                && lexicon.words().isPlural(s.lower(chunk.head()))
                && lexicon.heads()
                        .find(s, chunk.begin(), chunk.head())
                        .filter(entry -> entry.kind() == Target.Kind.HUMAN)
                        .isPresent();
    }
}
