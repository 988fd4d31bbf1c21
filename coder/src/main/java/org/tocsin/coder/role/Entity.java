package org.tocsin.coder.role;

import java.util.List;
import java.util.Set;

/** Mentions that name the same thing or people, in text order. */
final class Entity {
    private final List<Mention> mentions;
    private final Mention best;

    Entity(List<Mention> mentions) {
        this.mentions = List.copyOf(mentions);
        this.best = best(mentions);
    }

    List<Mention> mentions() {
        return mentions;
    }

    /** The mention that says most: the longest name with its title, else the most described one. */
    Mention best() {
        return best;
    }

    /** The fullest mention in these sentences; of all when none stands there. */
    Mention best(Set<Integer> sentences) {
        List<Mention> there = mentions.stream()
                .filter(mention -> sentences.contains(mention.s().sentence().index()))
                .toList();
        return there.isEmpty() ? best : best(there);
    }

    /**
     * What it is called where these sentences tell of it: "six villagers" of one attack and "two villagers" of another. Names stay
     * in their fullest form, and so do words that are all in it.
     */
    Mention told(Set<Integer> sentences) {
        Mention here = best(sentences);
        return best.isName() || here.isName() || best.lemmas().containsAll(here.lemmas()) ? best : here;
    }

    private static Mention best(List<Mention> mentions) {
        Mention best = mentions.get(0);
        for (Mention mention : mentions) {
            best = weight(mention) > weight(best) ? mention : best;
        }
        return best;
    }

    private static int weight(Mention mention) {
        int names = 0;
        int words = 0;
        for (int i = mention.begin(); i < mention.end(); i++) {
            Tag tag = mention.s().tag(i);
            names += mention.s().names()[i] ? 1 : 0;
            words += tag == Tag.NOUN || tag == Tag.ADJECTIVE || tag == Tag.NUMBER ? 1 : 0;
        }
        int length = mention.end() - mention.begin();
        int tooLong = Math.max(0, length - 7);
        boolean whole = mention.part() == Mention.Part.WHOLE;
        return (mention.isName() ? 4 * names : 0) + 2 * words - 3 * tooLong + (whole ? 1 : 0);
    }
}
