package org.tocsin.processor.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.tocsin.processor.OperatorException;
import org.tocsin.schemas.AvroSerdes;

/**
 * What a registry's answer to a request means when it is not the one that was asked for.
 *
 * @param url of the registry
 */
record RegistryAnswer(String url) {
    private static final int SERVER_ERROR = 500;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    /** Confluent's client gives an answer that it cannot read this code. */
    private static final int UNREADABLE = 50005;

    /** What is to be mended; empty when asking again may help. */
    Optional<OperatorException> fault(String asked, Exception answer) {
        if (answer instanceof RestClientException refusal) {
            return refusal.getErrorCode() == UNREADABLE || refusal.getStatus() < SERVER_ERROR
                    ? Optional.of(new OperatorException(refused(asked, refusal), answer))
                    : Optional.empty();
        } else if (answer instanceof JsonProcessingException) {
            return Optional.of(new OperatorException(notARegistry(), answer));
        } else if (KafkaFailure.find(answer, SSLException.class).isPresent()) {
            String what = KafkaFailure.certificate(answer)
                    .orElseGet(() -> "fails the TLS handshake: "
                            + OperatorException.rootOf(answer).getMessage()
                            + "; check schema.registry.ssl.truststore.location");
            return Optional.of(new OperatorException("the schema registry at " + url + " " + what, answer));
        }
        return Optional.empty();
    }

    /** It was asked again for long enough. */
    OperatorException silent(Exception answer, long seconds) {
        String what = answer instanceof IOException ? "does not answer" : "fails";
        return new OperatorException(
                "the schema registry at %s %s (%s) and was tried for %d s; start it, or correct %s"
                        .formatted(url, what, answer.getMessage(), seconds, AvroSerdes.REGISTRY_URL),
                answer);
    }

    private String refused(String asked, RestClientException refusal) {
        if (refusal.getErrorCode() == UNREADABLE) {
            return notARegistry();
        } else if (refusal.getStatus() == UNAUTHORIZED || refusal.getStatus() == FORBIDDEN) {
            return "the schema registry at %s refuses the user or the password: %s; check basic.auth.user.info"
                    .formatted(url, refusal.getMessage());
        }
        return "the schema registry at %s refuses %s: %s".formatted(url, asked, refusal.getMessage());
    }

    private String notARegistry() {
        return "what answers at %s is no schema registry (not JSON); %s must be the address of its Confluent-compatible API"
                .formatted(url, AvroSerdes.REGISTRY_URL);
    }
}
