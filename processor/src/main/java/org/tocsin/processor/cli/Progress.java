package org.tocsin.processor.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** A bar on standard error while a person watches; nothing otherwise. */
final class Progress implements AutoCloseable {
    private static final long MIB = 1024 * 1024;

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** Counts articles of which nobody knows how many come; none when the results go to the same screen. */
    static Progress ofUnknownLength(Console console, String task) {
        return console.outIsTerminal()
                ? new Progress(null)
                : of(console, new ProgressBarBuilder().setTaskName(task).setInitialMax(-1));
    }

    /** Counts bytes of files of this length in all. */
    static Progress ofBytes(Console console, String task, long total) {
        return of(
                console,
                new ProgressBarBuilder()
                        .setTaskName(task)
                        .setUnit(" MiB", MIB)
                        .setInitialMax(total)
                        .showSpeed());
    }

    private static Progress of(Console console, ProgressBarBuilder builder) {
        return console.errIsTerminal()
                ? new Progress(builder.setConsumer(new ConsoleProgressBarConsumer(System.err))
                        .build())
                : new Progress(null);
    }

    void stepBy(long steps) {
        if (bar != null) {
            bar.stepBy(steps);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
