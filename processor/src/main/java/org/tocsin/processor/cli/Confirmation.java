package org.tocsin.processor.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** Asks before something is deleted that cannot be had back. */
final class Confirmation {
    private static final String YES = "yes";

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    /** Shows what would be deleted and asks; false when the person does not want it. */
    boolean given(Console console, Iterable<String> lines) throws IOException {
        console.say("This deletes, and it cannot be undone:");
        lines.forEach(line -> console.say("  " + line));
        if (yes || confirmed(console)) {
            return true;
        }
        console.say("Nothing was deleted.");
        return false;
    }

    private static boolean confirmed(Console console) throws IOException {
        console.say("Type " + YES + " to delete it:");
        String line = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)).readLine();
        return line != null && line.strip().equals(YES);
    }
}
