package org.tocsin.coder.role;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.WeaponType;

/** Weapons as news names them, with their types ({@code weapons.txt}). */
final class WeaponNames {
    private static final int LONGEST = 4;

    /** What may stand behind a weapon's name and leave it one: "machinegun fire". */
    private static final String FORMS = "FORMS";

    /** What tells a mine that explodes when it stands before or behind it. */
    private static final String BEFORE_MINE = "BEFORE-MINE";

    private static final String BEHIND_MINE = "BEHIND-MINE";

    /** Tokens from begin to end, exclusive, that name a weapon. */
    record Match(int begin, int end, WeaponType type) {}

    private final Map<String, WeaponType> types = new HashMap<>();
    private List<String> forms = List.of();
    private Set<String> lading = Set.of();
    private Set<String> driving = Set.of();
    private Set<String> ramming = Set.of();
    private Set<String> crashing = Set.of();
    private Set<String> towards = Set.of();
    private Set<String> seizing = Set.of();
    private Set<String> bearing = Set.of();
    private final Mines mines;

    private WeaponNames(Mines mines) {
        this.mines = mines;
    }

    static WeaponNames load(Words words) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String line : Lines.of("weapons.txt")) {
            int colon = line.indexOf(':');
            lists.put(
                    line.substring(0, colon),
                    List.of(line.substring(colon + 1).strip().split(" ", -1)));
        }
        WeaponNames names = new WeaponNames(
                new Mines(take(lists, BEFORE_MINE), take(lists, BEHIND_MINE), take(lists, "OVER-MINE")));
        names.forms = take(lists, FORMS).stream().map(form -> "-" + form).toList();
        names.lading = take(lists, "LADEN");
        names.driving = take(lists, "DRIVING");
        names.ramming = take(lists, "RAMMING");
        names.crashing = take(lists, "CRASHING");
        names.towards = take(lists, "TOWARDS");
        names.seizing = take(lists, "SEIZED");
        names.bearing = take(lists, "BORNE");
        lists.forEach((type, of) -> of.forEach(name -> names.add(name, WeaponType.valueOf(type), words)));
        return names;
    }

    private static Set<String> take(Map<String, List<String>> lists, String key) {
        return Set.copyOf(Objects.requireNonNull(lists.remove(key), "weapons.txt lacks " + key));
    }

    /** Also as the phrase looks when each of its words is a token of its own and so in the singular: "small-arm". */
    private void add(String name, WeaponType type, Words words) {
        types.putIfAbsent(name, type);
        types.putIfAbsent(Arrays.stream(name.split("-", -1)).map(words::noun).collect(Collectors.joining("-")), type);
    }

    /** "Packed", between a vehicle and its explosives. */
    boolean isLading(String lower) {
        return lading.contains(lower);
    }

    /** A verb that drives: "drive". */
    boolean isDriving(String lemma) {
        return driving.contains(lemma);
    }

    /** A verb of a vehicle that hits: "ram", "plough". */
    boolean isRamming(String lemma) {
        return ramming.contains(lemma);
    }

    /** A verb of a vehicle that hits by accident, too: "slam". */
    boolean isCrashing(String lemma) {
        return crashing.contains(lemma);
    }

    /** "Into", between a vehicle in motion and whom it hits. */
    boolean isTowards(String lower) {
        return towards.contains(lower);
    }

    /** A verb of those who look for arms: "find", "confiscate". */
    boolean isSeizing(String lemma) {
        return seizing.contains(lemma);
    }

    /** Between a man and the arms that he has: "armed", "carrying". */
    boolean isBearing(String lower) {
        return bearing.contains(lower);
    }

    /** The longest weapon name that ends right before {@code end} and begins at or after {@code begin}; null if none. */
    @Nullable
    Match endingAt(TaggedSentence s, int begin, int end) {
        Match best = null;
        String phrase = "";
        for (int i = end - 1; i >= begin && i >= end - LONGEST; i--) {
            phrase = phrase.isEmpty() ? s.lemmas()[i] : s.lemmas()[i] + "-" + phrase;
            WeaponType type = phrase.equals(Mines.NAME) && !mines.explodes(s, i) ? null : type(phrase);
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
