package org.tocsin.coder.place;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.DataFile;

/**
 * Finds out where American publishers are: from {@code publishers.tsv}, else from the town or state in their address. Of
 * others nothing is said, since no annotated set would teach what it is worth. Immutable and thread-safe.
 */
public final class Publishers {
    /** Longer labels are cut: the work grows with the cube of the length. */
    private static final int LONGEST = 28;

    /** Shorter names stand inside other words by chance. */
    private static final int SHORTEST = 5;

    /** Publishers are named after towns of so many people and more. */
    private static final int LARGE = 30_000;

    private static final String COUNTRY = "US";

    private final Gazetteer gazetteer;
    private final Map<String, Toponym> listed = new HashMap<>();

    private Publishers(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Reads the shipped table. */
    public static Publishers load(Gazetteer gazetteer) {
        Publishers publishers = new Publishers(gazetteer);
        for (DataFile.Row row : DataFile.rows(Publishers.class, "publishers.tsv", 2)) {
            Toponym state = gazetteer.named(row.text(0)).stream()
                    .filter(t -> t.kind() == Toponym.Kind.REGION && t.country().equals(COUNTRY))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "publishers.tsv: the gazetteer has no state " + row.text(0) + " in " + COUNTRY));
            row.list(1).forEach(label -> publishers.listed.put(label.replace("-", ""), state));
        }
        return publishers;
    }

    /** Reads the address of an article; of an archive's copy the address of the page itself. */
    public Publisher of(@Nullable String url) {
        List<String> host = host(url == null ? "" : url);
        if (host.size() < 2 || host.get(host.size() - 1).length() == 2) {
            return Publisher.UNKNOWN;
        }
        String label = host.get(host.size() - 2);
        Toponym state = listed.get(label);
        List<Toponym> named = named(String.join("", host.subList(0, host.size() - 1)));
        Toponym town = named.stream()
                .filter(t -> t.kind().isTown() && (state == null || state.equals(t.firstLevel())))
                .max(Comparator.comparingInt(Toponym::population))
                .orElse(null);
        return new Publisher(label, state == null ? states(named) : Set.of(state), town);
    }

    /** The labels of the host, without "www" and hyphens. */
    private static List<String> host(String url) {
        int begin = url.lastIndexOf("://");
        if (begin < 0) {
            return List.of();
        }
        int end = begin + 3;
        while (end < url.length() && "/:?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String host = url.substring(begin + 3, end).toLowerCase(Locale.ROOT).replace("-", "");
        return List.of((host.startsWith("www.") ? host.substring(4) : host).split("\\.", -1));
    }

    /** The larger towns, or the state, whose name is the longest inside the letters: "chicago" in "chicagotribune". */
    private List<Toponym> named(String letters) {
        String read = letters.substring(0, Math.min(LONGEST, letters.length()));
        for (int length = read.length(); length >= SHORTEST; length--) {
            for (int begin = 0; begin + length <= read.length(); begin++) {
                List<Toponym> found = gazetteer.runTogether(read.substring(begin, begin + length)).stream()
                        .filter(Publishers::isKnownEnough)
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static boolean isKnownEnough(Toponym toponym) {
        boolean town = toponym.kind().isTown() && toponym.population() >= LARGE && !toponym.everydayWord();
        return toponym.country().equals(COUNTRY) && (town || toponym.kind() == Toponym.Kind.REGION);
    }

    private static Set<Toponym> states(List<Toponym> toponyms) {
        Set<Toponym> states = new HashSet<>();
        for (Toponym toponym : toponyms) {
            Toponym state = toponym.firstLevel();
            if (state != null) {
                states.add(state);
            }
        }
        return states;
    }
}
