package org.tocsin.coder.incident;

import java.util.Collections;
import java.util.List;

/**
 * One attack in a document before its details are read: the triggers that tell of it, in text order. Dates, places,
 * casualties and roles are looked for in and round these sentences.
 *
 * @param triggers at least one
 * @param sentences indices of all sentences that belong to this attack, ascending, with those of the triggers
 * @param sums indices of sentences that sum up several attacks of the article, this one or others: of none of them they
 *     say when, where or on how many
 * @param recalled indices of sentences that recall attacks of other times ({@link Background}): who is named nowhere else
 *     plays no role in this one
 */
public record Attack(List<Trigger> triggers, List<Integer> sentences, List<Integer> sums, List<Integer> recalled) {
    public Attack {
        if (triggers.isEmpty()) {
            throw new IllegalArgumentException("an attack needs a trigger");
        }
        triggers = List.copyOf(triggers);
        sentences = List.copyOf(sentences);
        sums = List.copyOf(sums);
        recalled = List.copyOf(recalled);
    }

    /** Of an article that sums nothing up and recalls nothing. */
    public Attack(List<Trigger> triggers, List<Integer> sentences) {
        this(triggers, sentences, List.of(), List.of());
    }

    /** Whether that sentence belongs to this attack. */
    public boolean tells(int sentence) {
        return Collections.binarySearch(sentences, sentence) >= 0;
    }

    /** The surest trigger, the first of equals. */
    public Trigger main() {
        Trigger best = triggers.get(0);
        for (Trigger trigger : triggers) {
            best = trigger.weight() > best.weight() ? trigger : best;
        }
        return best;
    }
}
