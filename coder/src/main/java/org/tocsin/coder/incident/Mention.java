package org.tocsin.coder.incident;

import java.util.List;
import java.util.Set;

/**
 * A sentence that reports an attack, with what tells it from other attacks.
 *
 * @param triggers at least one, all of that sentence
 * @param weight of the surest trigger
 * @param days on which the sentence puts it, as "friday" or "jul 4"; none when it names no day
 * @param places in which it puts it, lower case; none where capitals tell nothing
 * @param opensAnother the sentence begins as one that goes on to another attack ("In a separate attack")
 * @param takesUp the sentence speaks of the attack as known ("the blast")
 * @param cues the {@link Cues} of the sentence
 * @param firstWords stems of the sentence's first words
 */
record Mention(
        int sentence,
        List<Trigger> triggers,
        double weight,
        Set<String> days,
        Set<String> places,
        boolean opensAnother,
        boolean takesUp,
        long cues,
        List<String> firstWords) {

    /** Whether both name something, and nothing in common. */
    static boolean differ(Set<String> some, Set<String> others) {
        return !some.isEmpty() && !others.isEmpty() && some.stream().noneMatch(others::contains);
    }
}
