package org.tocsin.processor.cli;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * What a command reads and writes.
 *
 * @param out results, UTF-8 whatever the machine's own encoding
 * @param err all else
 * @param outIsTerminal a person reads the results
 * @param errIsTerminal a person watches
 */
record Console(InputStream in, PrintWriter out, PrintWriter err, boolean outIsTerminal, boolean errIsTerminal) {
    /** Set by the launcher, which can tell a terminal from a pipe: {@code out}, {@code err} or both. */
    private static final String TERMINALS = "tocsin.terminals";

    static Console ofProcess() {
        String terminals = System.getProperty(TERMINALS, "");
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        return new Console(System.in, out, err, terminals.contains("out"), terminals.contains("err"));
    }

    /** One result, which whoever reads gets at once. */
    void print(String line) {
        out.println(line);
        out.flush();
    }

    /** One line to the person at the keyboard. */
    void say(String line) {
        err.println(line);
    }
}
