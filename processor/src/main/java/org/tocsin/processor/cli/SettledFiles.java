package org.tocsin.processor.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells files that are still being written from those that are whole: they have not changed for a while. */
final class SettledFiles {
    private final Duration settle;
    private Map<WatchedFile, Instant> unchangedSince = Map.of();

    SettledFiles(Duration settle) {
        this.settle = settle;
    }

    /** Of the files as they stand now those that have settled, the oldest first. */
    List<WatchedFile> among(Collection<WatchedFile> files, Instant now) {
        Map<WatchedFile, Instant> since = new HashMap<>();
        files.forEach(file -> since.put(file, unchangedSince.getOrDefault(file, now)));
        unchangedSince = since;
        return files.stream()
                .filter(file -> !since.getOrDefault(file, now).plus(settle).isAfter(now))
                .sorted(Comparator.comparing(WatchedFile::modified).thenComparing(WatchedFile::name))
                .toList();
    }
}
