package org.tocsin.coder.place;

/** Under what a place's name is filed, however it is spelt: folded, "Saint", "Fort" and "Mount" all written short. */
final class PlaceKey {
    private PlaceKey() {}

    /** Of a name as written. */
    static String of(String name) {
        String folded = Folding.fold(name);
        return switch (folded) {
            case "saint" -> "st";
            case "fort" -> "ft";
            case "mount" -> "mt";
            default -> shortened(folded);
        };
    }

    /** Of a name that is folded already. */
    static String shortened(String folded) {
        if (folded.startsWith("saint ")) {
            return "st" + folded.substring(5);
        }
        if (folded.startsWith("fort ")) {
            return "ft" + folded.substring(4);
        }
        return folded.startsWith("mount ") ? "mt" + folded.substring(5) : folded;
    }
}
