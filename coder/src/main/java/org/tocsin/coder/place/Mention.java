package org.tocsin.coder.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place, country or people named in a sentence.
 *
 * @param sentence index of the sentence
 * @param begin index of its first token there
 * @param end index after its last token, without the division named behind a comma
 * @param name as folded, the same for all mentions of the name
 * @param senses what it may stand for, at least one
 * @param adjective names people or things of a country ("Iraqi")
 * @param seat a seat of government, which may stand for the government
 * @param within the division or country named behind it: that of "Gary, Ind."; null when none is
 */
record Mention(
        int sentence,
        int begin,
        int end,
        String name,
        List<PlaceName.Sense> senses,
        boolean adjective,
        boolean seat,
        @Nullable Toponym within) {
    static final Comparator<Mention> IN_TEXT_ORDER =
            Comparator.comparingInt(Mention::sentence).thenComparingInt(Mention::begin);

    Mention {
        senses = List.copyOf(senses);
    }

    /** The same mention with one sense more, unless that is null or among its own. */
    Mention with(PlaceName.@Nullable Sense sense) {
        if (sense == null || senses.contains(sense)) {
            return this;
        }
        List<PlaceName.Sense> more = new ArrayList<>(senses);
        more.add(sense);
        return new Mention(sentence, begin, end, name, more, adjective, seat, within);
    }

    /** Of where it stands, which no two mentions of a document share. */
    @Override
    public int hashCode() {
        return 31 * sentence + begin;
    }

    /** Whether a town has that name. */
    boolean mayBeTown() {
        return senses.stream().anyMatch(sense -> sense.toponym().kind().isTown());
    }

    /** One of the senses lies in the division or country that is named behind the mention. */
    static boolean isWithin(Toponym toponym, Toponym area) {
        return area.kind() == Toponym.Kind.COUNTRY
                ? toponym.country().equals(area.country())
                : area.equals(toponym.firstLevel());
    }
}
