package org.tocsin.processor.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tocsin.processor.metrics.LagLook;
import org.tocsin.processor.metrics.PartitionLag;

/** A look at the lag as a table for a person, or as JSON Lines. */
final class LagTable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MILLIS = 1000.0;

    private LagTable() {}

    /** A head, one line a partition, and one for all. */
    static List<String> lines(LagLook look) {
        int width = look.partitions().stream()
                .mapToInt(partition -> partition.topic().length())
                .max()
                .orElse(0);
        String format = "%-" + Math.max(width, "topic".length()) + "s  %9s  %12s  %10s  %10s";
        List<String> lines = new ArrayList<>();
        lines.add(format.formatted("topic", "partition", "committed", "records", "seconds"));
        for (PartitionLag partition : look.partitions()) {
            lines.add(format.formatted(
                    partition.topic(),
                    partition.partition(),
                    partition.committed(),
                    partition.records(),
                    seconds(partition.behind(look.at()))));
        }
        lines.add(format.formatted("all", "", look.articlesRead(), look.behind(), seconds(look.longestWait())));
        return lines;
    }

    /** One object a partition. */
    static List<String> json(LagLook look) {
        return look.partitions().stream()
                .map(partition -> json(look.at(), partition))
                .toList();
    }

    private static String json(Instant at, PartitionLag partition) {
        ObjectNode json = JSON.createObjectNode()
                .put("at", at.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("topic", partition.topic())
                .put("partition", partition.partition())
                .put("committed", partition.committed())
                .put("records", partition.records());
        partition
                .behind(at)
                .ifPresentOrElse(
                        behind -> json.put("seconds", behind.toMillis() / MILLIS), () -> json.putNull("seconds"));
        partition.waitingSince().ifPresent(since -> json.put("waitingSince", since.toString()));
        return json.toString();
    }

    private static String seconds(Optional<Duration> behind) {
        return behind.map(wait -> String.format(Locale.ROOT, "%.1f", wait.toMillis() / MILLIS))
                .orElse("?");
    }
}
