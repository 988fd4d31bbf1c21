package org.tocsin.processor;

import org.jspecify.annotations.Nullable;

/**
 * A failure that the person at the keyboard can mend. The message is one line: what is wrong, where, and what to do;
 * the command line prints it without a stack trace and ends with exit code 1, or 2 when a setting is wrong.
 */
public final class OperatorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean usage;

    public OperatorException(String message) {
        super(message);
        usage = false;
    }

    public OperatorException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private OperatorException(String message, @Nullable Throwable cause, boolean usage) {
        super(message, cause);
        this.usage = usage;
    }

    /** A setting or an option is wrong. */
    public static OperatorException usage(String message) {
        return new OperatorException(message, null, true);
    }

    /** A setting or an option is wrong. */
    public static OperatorException usage(String message, Throwable cause) {
        return new OperatorException(message, cause, true);
    }

    /** True when a setting or an option is wrong, and not what it names. */
    public boolean isUsage() {
        return usage;
    }

    /** The innermost cause: what went wrong first. */
    public static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
