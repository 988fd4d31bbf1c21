package org.tocsin.processor;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/**
 * A failure in one line that may stand in a log. What Kafka, the registry or the operating system say is told as it is;
 * of any other failure, whose message may hold words of an article, only the kind and the place.
 */
public final class FaultLine {
    private static final String OWN = "org.tocsin.";

    private FaultLine() {}

    /** The line, of what went wrong first. */
    public static String of(Throwable failure) {
        Throwable root = OperatorException.rootOf(failure);
        if (root instanceof KafkaException
                || root instanceof RestClientException
                || root instanceof IOException
                || root instanceof OperatorException) {
            return root.toString();
        }
        String place = Stream.of(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OWN))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        return root.getClass().getName() + place;
    }
}
