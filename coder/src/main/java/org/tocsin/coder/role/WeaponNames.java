package org.tocsin.coder.role;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.WeaponType;

/** Weapons as news names them, with their types ({@code weapons.txt}). */
final class WeaponNames {
    private static final int LONGEST = 4;

    /** Tokens from begin to end, exclusive, that name a weapon. */
    record Match(int begin, int end, WeaponType type) {}

    private final Map<String, WeaponType> types = new HashMap<>();

    private WeaponNames() {}

    static WeaponNames load() {
        WeaponNames names = new WeaponNames();
        for (String line : Lines.of("weapons.txt")) {
            int colon = line.indexOf(':');
            WeaponType type = WeaponType.valueOf(line.substring(0, colon));
            for (String name : line.substring(colon + 1).strip().split(" ", -1)) {
                names.types.putIfAbsent(name, type);
            }
        }
        return names;
    }

    /** The longest weapon name that ends right before {@code end} and begins at or after {@code begin}; null if none. */
    @Nullable
    Match endingAt(TaggedSentence s, int begin, int end) {
        Match best = null;
        String phrase = "";
        for (int i = end - 1; i >= begin && i >= end - LONGEST; i--) {
            phrase = phrase.isEmpty() ? s.lemmas()[i] : s.lemmas()[i] + "-" + phrase;
            WeaponType type = type(phrase);
            best = type == null ? best : new Match(i, end, type);
        }
        return best;
    }

    /** Plurals that the word list does not know, too: "submachineguns". */
    private @Nullable WeaponType type(String phrase) {
        WeaponType type = types.get(phrase);
        return type == null && phrase.endsWith("s") ? types.get(phrase.substring(0, phrase.length() - 1)) : type;
    }
}
