package org.tocsin.coder.role;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classes of verbs and event nouns by what they do to those beside them ({@code verbs.txt}). */
final class EventWords {
    private static final Set<String> VIOLENT =
            Set.of("kill", "wound", "shoot", "attack", "bomb", "fire", "burn", "damage", "abduct", "stab", "rob");

    private final Map<String, String> verbs = new HashMap<>();
    private final Map<String, String> nouns = new HashMap<>();

    private EventWords() {}

    static EventWords load() {
        EventWords words = new EventWords();
        for (String line : Lines.of("verbs.txt")) {
            int colon = line.indexOf(':');
            String group = line.substring(0, colon);
            String[] parts = line.substring(colon + 1).split("\\|", -1);
            put(words.verbs, parts[0], group);
            if (parts.length > 1) {
                put(words.nouns, parts[1], group);
            }
        }
        return words;
    }

    private static void put(Map<String, String> into, String words, String group) {
        for (String word : words.strip().split(" ", -1)) {
            into.putIfAbsent(word, group);
        }
    }

    @Nullable
    String verb(String lemma) {
        return verbs.get(lemma);
    }

    @Nullable
    String noun(String lemma) {
        return nouns.get(lemma);
    }

    /** Violence by its noun, also where it is called no more than a crime. */
    boolean isDeed(String noun) {
        return isViolent(deed(noun));
    }

    /** The class of what was done when that noun was: of "crime" an attack, whatever it was. */
    @Nullable
    String deed(String noun) {
        String group = nouns.get(noun);
        return "crime".equals(group) ? "attack" : group;
    }

    static boolean isViolent(@Nullable String group) {
        return group != null && VIOLENT.contains(group);
    }
}
