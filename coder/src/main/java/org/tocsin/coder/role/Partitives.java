package org.tocsin.coder.role;

import java.util.List;
import java.util.Set;
import org.tocsin.coder.Target;

/** A number "of them": some of those who were named before in the sentence. */
final class Partitives {
    private static final Set<String> THEM = Set.of("them", "whom");

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
