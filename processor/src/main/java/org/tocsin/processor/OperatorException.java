package org.tocsin.processor;

/**
 * A failure that the person at the keyboard can mend. The message is one line: what is wrong, where, and what to do;
 * the command line prints it without a stack trace and ends with exit code 1.
 */
public final class OperatorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OperatorException(String message) {
        super(message);
    }

    public OperatorException(String message, Throwable cause) {
        super(message, cause);
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
