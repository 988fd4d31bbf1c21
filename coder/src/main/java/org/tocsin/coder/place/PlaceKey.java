package org.tocsin.coder.place;

/** Under what a place's name is filed, however it is spelt: folded, "Saint", "Fort" and "Mount" all written short. */
final class PlaceKey {
    private PlaceKey() {}

    /** Of a name as written. */
    static String of(String name) {
        return ofFolded(Folding.fold(name));
    }

    /** Of a name that is folded already. */
    static String ofFolded(String folded) {
        return switch (folded) {
            case "saint" -> "st";
            case "fort" -> "ft";
            case "mount" -> "mt";
            default -> withShortBeginning(folded);
        };
    }

    private static String withShortBeginning(String folded) {
        if (folded.startsWith("saint ")) {
            return "st" + folded.substring(5);
        }
        if (folded.startsWith("fort ")) {
            return "ft" + folded.substring(4);
        }
        return folded.startsWith("mount ") ? "mt" + folded.substring(5) : folded;
    }
}
