package org.tocsin.processor.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.schemas.RecordJson;
import org.tocsin.schemas.Topic;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the newest record of each key of a topic, and with {@code --follow} each one that comes after. */
abstract class RecordsCommand<T extends SpecificRecord> implements Callable<Integer> {
    private final Console console;
    private final Topic<T> topic;
    private final Comparator<T> order;
    private final Function<T, String> text;

    @Mixin
    private final Connection connection = new Connection();

    @Option(names = "--follow", description = "Go on with each new revision; Ctrl-C ends.")
    private boolean follow;

    @Option(names = "--json", description = "JSON Lines, also on a terminal.")
    private boolean json;

    RecordsCommand(Console console, Topic<T> topic, Comparator<T> order, Function<T, String> text) {
        this.console = console;
        this.topic = topic;
        this.order = order;
        this.text = text;
    }

    @Override
    public Integer call() {
        try (TopicReader<T> reader = new TopicReader<>(connection.settings(), topic, console)) {
            Map<String, T> latest = new LinkedHashMap<>();
            reader.readNewestToEnd(latest);
            latest.values().stream().sorted(order).forEach(this::print);
            while (follow && !Thread.currentThread().isInterrupted()) {
                reader.read(this::print);
            }
        }
        return 0;
    }

    private void print(T record) {
        console.print(json || !console.outIsTerminal() ? RecordJson.line(record) : text.apply(record));
    }
}
