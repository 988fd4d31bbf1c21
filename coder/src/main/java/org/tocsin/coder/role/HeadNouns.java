package org.tocsin.coder.role;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.Target;
import org.tocsin.coder.TargetType;

/** What a head noun says about its phrase: people or thing, and which target type ({@code heads.txt}). */
final class HeadNouns {
    /** @param group class of the noun: people, force, attacker, building, ... */
    record Entry(String group, TargetType type, Target.Kind kind) {}

    /** Longest phrase in the list, in words. */
    private static final int LONGEST = 3;

    private static final Entry COMPATRIOT = new Entry("people", TargetType.PRIVATE_CITIZENS, Target.Kind.HUMAN);

    private static final String FORMER = "ex-";

    private final Map<String, Entry> entries = new HashMap<>();

    private HeadNouns() {}

    static HeadNouns load() {
        HeadNouns heads = new HeadNouns();
        for (String line : Lines.of("heads.txt")) {
            int colon = line.indexOf(':');
            String[] key = line.substring(0, colon).split(" ", -1);
            Entry entry = new Entry(key[0], TargetType.valueOf(key[1]), Target.Kind.valueOf(key[2]));
            for (String noun : line.substring(colon + 1).strip().split(" ", -1)) {
                heads.entries.put(noun, entry);
            }
        }
        return heads;
    }

    /** "chief", "activist", "ex-soldier". */
    boolean isPerson(String noun) {
        Entry entry = entry(noun);
        return entry != null && entry.kind() == Target.Kind.HUMAN;
    }

    /** Who was something has the entry of what he was: "ex-soldier". */
    private @Nullable Entry entry(String noun) {
        Entry entry = entries.get(noun);
        return entry == null && noun.startsWith(FORMER) ? entries.get(noun.substring(FORMER.length())) : entry;
    }

    /** The entry of the longest phrase that ends with the head, such as "police station", else of the head alone. */
    Optional<Entry> find(TaggedSentence s, int begin, int head) {
        String phrase = s.lemmas()[head];
        Entry best = entry(phrase);
        for (int i = head - 1; i >= begin && i > head - LONGEST; i--) {
            phrase = s.lemmas()[i] + "-" + phrase;
            Entry longer = entries.get(phrase);
            best = longer == null ? best : longer;
        }
        return Optional.ofNullable(best == null && s.compatriots()[head] ? COMPATRIOT : best);
    }
}
