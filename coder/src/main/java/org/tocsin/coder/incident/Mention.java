package org.tocsin.coder.incident;

import java.util.List;
import java.util.Set;

/**
 * A sentence that reports an attack, with what tells it from other attacks.
 *
 * @param headline the sentence is a title
 * @param triggers at least one, all of that sentence
 * @param weight of the surest trigger
 * @param days on which the sentence puts it, as "friday" or "jul 4"; none when it names no day
 * @param places in which it puts it, lower case; none where capitals tell nothing
 * @param opensAnother the sentence begins as one that goes on to another attack ("In a separate attack")
 * @param takesUp the sentence speaks of the attack as known ("the blast")
 * @param past the sentence begins as one that goes back in time ("In January", "Two years ago")
 * @param opensAttack it does so with a word of attack ("A second attack")
 * @param goesOn the sentence has nothing of its own by which to tell of another attack ("A guard was wounded")
 * @param cues the {@link Cues} of the sentence
 * @param names what it names, lower case; none where capitals tell nothing
 * @param numbers small numbers in it, as of people harmed
 * @param manner how the sentence is told, whatever else the article says: its first word, the article before its word of attack
 * @param sumsUp the sentence sums several attacks up
 * @param cased the text is not all capitals
 */
record Mention(
        int sentence,
        boolean headline,
        List<Trigger> triggers,
        double weight,
        Set<String> days,
        Set<String> places,
        boolean opensAnother,
        boolean takesUp,
        boolean past,
        boolean opensAttack,
        boolean goesOn,
        long cues,
        Set<String> names,
        Set<String> numbers,
        List<String> manner,
        boolean sumsUp,
        boolean cased) {

    /** Whether both name something, and nothing in common. */
    static boolean differ(Set<String> some, Set<String> others) {
        return !some.isEmpty() && !others.isEmpty() && some.stream().noneMatch(others::contains);
    }
}
