package org.tocsin.processor.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far a listener has come: the last offset of each partition of each table, written
 * {@code alerts.0:12,incidents.3:7}. Every event's id is one, so that any instance can go on from it.
 */
final class StreamPosition {
    private static final Pattern PART = Pattern.compile("([a-z]{1,20})\\.(\\d{1,6}):(\\d{1,18})");
    private static final int LONGEST = 16_000;

    private final Map<String, Map<Integer, Long>> tables = new TreeMap<>();

    /** Of an id, as {@code Last-Event-ID} brings it back. */
    static StreamPosition parse(String id, List<String> known) {
        StreamPosition position = new StreamPosition();
        for (String part : id.length() > LONGEST ? new String[] {"too long"} : id.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches() || !known.contains(matcher.group(1))) {
                throw Problem.badRequest(
                                "Last-Event-ID must be the id of an event of this stream, such as alerts.0:12,incidents.3:7")
                        .exception();
            }
            position.reach(matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
        }
        return position;
    }

    void reach(String table, int partition, long offset) {
        tables.computeIfAbsent(table, t -> new TreeMap<>()).put(partition, offset);
    }

    Map<Integer, Long> of(String table) {
        return Map.copyOf(tables.getOrDefault(table, Map.of()));
    }

    String id() {
        return tables.entrySet().stream()
                .flatMap(t ->
                        t.getValue().entrySet().stream().map(p -> t.getKey() + "." + p.getKey() + ":" + p.getValue()))
                .collect(Collectors.joining(","));
    }
}
