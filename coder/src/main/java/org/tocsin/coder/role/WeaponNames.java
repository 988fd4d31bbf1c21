package org.tocsin.coder.role;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.WeaponType;

/** Weapons as news names them, with their types ({@code weapons.txt}). */
final class WeaponNames {
    private static final int LONGEST = 4;

    /** What may stand behind a weapon's name and leave it one: "machinegun fire". */
    private static final String FORMS = "FORMS";

    /** What is no weapon though its last word is one: "gold mine". */
    private static final String NONE = "NONE";

    /** Tokens from begin to end, exclusive, that name a weapon. */
    record Match(int begin, int end, WeaponType type) {}

    private final Map<String, WeaponType> types = new HashMap<>();
    private List<String> forms = List.of();
    private Set<String> none = Set.of();

    private WeaponNames() {}

    static WeaponNames load(Words words) {
        WeaponNames names = new WeaponNames();
        for (String line : Lines.of("weapons.txt")) {
            int colon = line.indexOf(':');
            String key = line.substring(0, colon);
            String[] list = line.substring(colon + 1).strip().split(" ", -1);
            switch (key) {
                case FORMS ->
                    names.forms = Arrays.stream(list).map(form -> "-" + form).toList();
                case NONE -> names.none = Set.of(list);
                default -> Arrays.stream(list).forEach(name -> names.add(name, WeaponType.valueOf(key), words));
            }
        }
        return names;
    }

    /** Also as the phrase looks when each of its words is a token of its own and so in the singular: "small-arm". */
    private void add(String name, WeaponType type, Words words) {
        types.putIfAbsent(name, type);
        types.putIfAbsent(Arrays.stream(name.split("-", -1)).map(words::noun).collect(Collectors.joining("-")), type);
    }

    /** The longest weapon name that ends right before {@code end} and begins at or after {@code begin}; null if none. */
    @Nullable
    Match endingAt(TaggedSentence s, int begin, int end) {
        Match best = null;
        String phrase = "";
        for (int i = end - 1; i >= begin && i >= end - LONGEST; i--) {
            phrase = phrase.isEmpty() ? s.lemmas()[i] : s.lemmas()[i] + "-" + phrase;
            if (none.contains(phrase)) {
                return null;
            }
            WeaponType type = type(phrase);
            best = type == null ? best : new Match(i, end, type);
        }
        return best;
    }

    /** Plurals that the word list does not know, too: "submachineguns"; and what a weapon fires: "machinegun fire". */
    private @Nullable WeaponType type(String phrase) {
        WeaponType type = types.get(phrase);
        if (type == null && phrase.endsWith("s")) {
            type = types.get(phrase.substring(0, phrase.length() - 1));
        }
        for (int f = 0; type == null && f < forms.size(); f++) {
            if (phrase.endsWith(forms.get(f))) {
                type = types.get(
                        phrase.substring(0, phrase.length() - forms.get(f).length()));
            }
        }
        return type;
    }
}
