package org.tocsin.connect.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Feeds divided over tasks, those of one host together, so that the pause between its calls holds. */
final class Shares {
    private Shares() {}

    /** At most {@code tasks} shares, none empty, as even as the hosts allow; the same for the same feeds. */
    static List<List<URI>> of(Collection<URI> feeds, int tasks) {
        Map<String, List<URI>> hosts = feeds.stream()
                .sorted()
                .collect(Collectors.groupingBy(Links::publisher, TreeMap::new, Collectors.toList()));
        List<List<URI>> shares = new ArrayList<>();
        for (int i = 0; i < Math.min(tasks, hosts.size()); i++) {
            shares.add(new ArrayList<>());
        }
        hosts.values().stream()
                .sorted(Comparator.comparingInt((List<URI> host) -> -host.size()))
                .forEach(host -> shares.stream()
                        .min(Comparator.comparingInt(List::size))
                        .orElseThrow()
                        .addAll(host));
        return shares;
    }
}
