package org.tocsin.processor;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells a fault of a record from a fault of the registry. */
public final class RegistryFailure {
    private static final int NOT_FOUND = 404;

    private RegistryFailure() {}

    /**
     * True when the record itself is at fault: no magic byte, bytes that do not fit the schema, a schema id that the
     * registry says it does not know. False when the registry could not be asked or failed itself.
     */
    public static boolean isContentFault(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestClientException rest) {
                return rest.getStatus() == NOT_FOUND;
            }
            if (cause instanceof IOException && !(cause instanceof EOFException)) {
                return false;
            }
        }
        return true;
    }

    /** True when trying again may help: the registry or a broker could not be asked, or failed itself. */
    static boolean mayPass(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException || !isContentFault(cause)) {
                return true;
            }
        }
        return false;
    }
}
