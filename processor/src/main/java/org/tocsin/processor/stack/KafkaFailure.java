package org.tocsin.processor.stack;

import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.tocsin.processor.OperatorException;

/** Why a cluster cannot be used, in one line: which cluster, what it says, which setting to mend. No secret is told. */
public final class KafkaFailure {
    private KafkaFailure() {}

    /**
     * The line.
     *
     * @param failure what a client of Kafka threw
     * @param config its settings
     */
    public static OperatorException of(Throwable failure, Map<String, ?> config) {
        Throwable cause =
                failure instanceof ExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        Optional<ConfigException> setting = find(cause, ConfigException.class);
        if (setting.isPresent()) {
            return OperatorException.usage("Kafka setting: " + setting.get().getMessage(), cause);
        }
        String where = "Kafka at " + config.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        return new OperatorException(where + " " + line(cause, config), cause);
    }

    private static String line(Throwable cause, Map<String, ?> config) {
        if (find(cause, SslAuthenticationException.class).isPresent()) {
            return certificate(cause)
                    .orElseGet(() -> "fails the TLS handshake: %s; check %s and the name in its certificate"
                            .formatted(root(cause), SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG));
        } else if (find(cause, SaslAuthenticationException.class).isPresent()) {
            return "refuses the user or the password (%s): %s; check %s"
                    .formatted(mechanism(config), root(cause), SaslConfigs.SASL_JAAS_CONFIG);
        } else if (find(cause, AuthorizationException.class).isPresent()) {
            return "denies access: " + root(cause) + "; grant it with kafka-acls";
        } else if (find(cause, FileNotFoundException.class).isPresent()
                || find(cause, NoSuchFileException.class).isPresent()) {
            return "cannot be reached, a file of the settings is missing: " + root(cause);
        } else if (find(cause, TimeoutException.class).isPresent()) {
            return "does not answer: %s; start it, or correct %s (and %s, when it speaks TLS or SASL)"
                    .formatted(
                            cause.getMessage(),
                            CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                            CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
        }
        return "fails: " + cause.getMessage() + (root(cause).equals(cause.getMessage()) ? "" : ": " + root(cause));
    }

    /** What is wrong with the time of a certificate of the other side, and what to do, if that is it. */
    static Optional<String> certificate(Throwable failure) {
        Optional<String> expired = find(failure, CertificateExpiredException.class)
                .map(e -> "shows a certificate that has expired (" + e.getMessage() + "); renew it there");
        return expired.or(() -> find(failure, CertificateNotYetValidException.class)
                .map(e -> "shows a certificate that is not yet valid (" + e.getMessage() + "); check both clocks"));
    }

    private static String mechanism(Map<String, ?> config) {
        Object mechanism = config.get(SaslConfigs.SASL_MECHANISM);
        return String.valueOf(mechanism == null ? SaslConfigs.DEFAULT_SASL_MECHANISM : mechanism);
    }

    /** True when a client of Kafka threw it. */
    public static boolean isOne(Throwable failure) {
        return find(failure, KafkaException.class).isPresent();
    }

    private static String root(Throwable failure) {
        return String.valueOf(OperatorException.rootOf(failure).getMessage());
    }

    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
