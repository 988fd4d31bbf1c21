package org.tocsin.coder.place;

import java.util.List;

/**
 * A word sequence of a sentence that is a name in the gazetteer.
 *
 * @param begin index of its first token
 * @param end index after its last token
 * @param senses what it may stand for, at least one, in the gazetteer's order
 */
record PlaceName(int begin, int end, List<Sense> senses) {
    PlaceName {
        senses = List.copyOf(senses);
    }

    /** One place that the name may stand for; {@code alternate} when the place is usually called something else. */
    record Sense(Toponym toponym, boolean alternate) {}
}
