package org.tocsin.processor;

import java.util.function.Supplier;
import org.tocsin.schemas.Origin;

/**
 * Something failed before the stage had changed anything, so the record can be passed over and its article put among
 * the dead letters. Any other failure aborts the transaction: half a change would make counts drift.
 */
public final class BeforeChange extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String articleId;
    private final transient Origin origin;

    private BeforeChange(String articleId, Origin origin, RuntimeException cause) {
        super("article " + articleId + ": " + cause, cause);
        this.articleId = articleId;
        this.origin = origin;
    }

    /** Runs what only computes. */
    public static <T> T compute(String articleId, Origin origin, Supplier<T> computation) {
        try {
            return computation.get();
        } catch (RuntimeException e) {
            throw new BeforeChange(articleId, origin, e);
        }
    }

    String articleId() {
        return articleId;
    }

    Origin origin() {
        return origin;
    }
}
