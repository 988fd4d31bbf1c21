package org.tocsin.processor.cli;

import java.util.Optional;

/** How log lines look: {@code text} for people, {@code json} for machines; {@code logback.xml} asks for it by name. */
final class LogFormat {
    private static final String PROPERTY = "tocsin.log.format";
    private static final String VARIABLE = "TOCSIN_LOG_FORMAT";

    private LogFormat() {}

    /** What is wrong with the one that is asked for; without it nothing would be logged. */
    static Optional<String> problem() {
        String variable = System.getenv(VARIABLE);
        return problem(System.getProperty(PROPERTY, variable == null ? "text" : variable));
    }

    static Optional<String> problem(String format) {
        return LogFormat.class.getResource("/logback-" + format + ".xml") == null
                ? Optional.of("tocsin: log format " + format + " is unknown; " + VARIABLE + " is text or json")
                : Optional.empty();
    }
}
