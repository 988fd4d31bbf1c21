package org.tocsin.connect.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which article an item is. Its id is the SHA-256 of the first of these that it has and that no other item of the
 * document shares:
 *
 * <ol>
 *   <li>its guid: as it is when it is unique in the world (a URI, a UUID); with the feed's URL when it is not; the link
 *       when the guid is only a variant of it (some publishers count an article's versions in the guid's fragment);
 *   <li>its link;
 *   <li>its title, with the feed's URL;
 *   <li>its text.
 * </ol>
 *
 * So an edited item keeps its id, also under a new headline or link, and the same article in two feeds of one publisher
 * is one.
 */
final class Identities {
    private static final Pattern UNIQUE =
            Pattern.compile("(?:https?|tag|urn|info|doi):.+|[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}");

    private Identities() {}

    /** The items with their ids, in order; of two that agree in all, the first. */
    static List<Entry> of(URI feed, List<Item> items) {
        List<List<String>> names = items.stream()
                .map(item -> names(feed, item).distinct().toList())
                .toList();
        long[] contents = items.stream().mapToLong(Entry::content).toArray();
        int[] level = new int[items.size()];
        boolean moved = true;
        while (moved) {
            moved = false;
            Set<String> shared = shared(names, contents, level);
            for (int i = 0; i < level.length; i++) {
                boolean more = level[i] + 1 < names.get(i).size();
                if (more && shared.contains(names.get(i).get(level[i]))) {
                    level[i]++;
                    moved = true;
                }
            }
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < level.length; i++) {
            String id = Digest.hex(names.get(i).get(level[i]));
            entries.putIfAbsent(id, new Entry(items.get(i), id, contents[i]));
        }
        return new ArrayList<>(entries.values());
    }

    /** Names that stand on items of different content: these are no identities here. */
    private static Set<String> shared(List<List<String>> names, long[] contents, int[] level) {
        Map<String, Long> seen = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (int i = 0; i < level.length; i++) {
            String name = names.get(i).get(level[i]);
            Long other = seen.putIfAbsent(name, contents[i]);
            if (other != null && other != contents[i]) {
                shared.add(name);
            }
        }
        return shared;
    }

    private static Stream<String> names(URI feed, Item item) {
        return Stream.of(
                        Optional.ofNullable(item.guid()).map(guid -> guidName(feed, item, guid)),
                        Optional.ofNullable(item.link()).map(URI::toString),
                        Optional.ofNullable(item.title()).map(title -> feed + "\n" + title),
                        Optional.of(feed + "\n" + item.title() + "\n" + item.text()))
                .flatMap(Optional::stream);
    }

    private static String guidName(URI feed, Item item, String guid) {
        if (item.link() != null && variantOf(item.link(), guid)) {
            return item.link().toString();
        }
        return UNIQUE.matcher(guid).matches() ? guid : feed + "\n" + guid;
    }

    /** The link's page, with no query and a fragment that the link has not. */
    private static boolean variantOf(URI link, String guid) {
        return Links.of(link, guid)
                .filter(url -> guid.startsWith("http") && Links.samePage(url, link))
                .filter(url -> url.getRawQuery() == null && link.getRawFragment() == null)
                .isPresent();
    }
}
