package org.tocsin.connect.sink;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;
import org.tocsin.connect.net.HttpUrl;

/** What the sink's settings accept. No message shows a secret. */
final class SinkValidators {
    private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");

    private SinkValidators() {}

    /** Accepts lists of these words. */
    static ConfigDef.Validator oneOf(String... accepted) {
        return ConfigDef.LambdaValidator.with(
                (name, value) -> {
                    for (Object item : (List<?>) value) {
                        if (!List.of(accepted).contains(item)) {
                            throw new ConfigException(name, item, "accepted are " + String.join(", ", accepted));
                        }
                    }
                },
                () -> String.join(", ", accepted));
    }

    /** Accepts {@code level:severity}. */
    static final class Severities implements ConfigDef.Validator {
        @Override
        public void ensureValid(String name, Object value) {
            for (Object item : (List<?>) value) {
                String[] pair = item.toString().split(":", 2);
                if (pair.length != 2 || pair[0].isBlank() || !SEVERITIES.contains(pair[1])) {
                    throw new ConfigException(name, item, "accepted is LEVEL:SEVERITY, the severity one of " + this);
                }
            }
        }

        @Override
        public String toString() {
            return "critical, error, warning, info";
        }
    }

    /** Accepts http and https addresses. */
    static final class WebAddress implements ConfigDef.Validator {
        @Override
        public void ensureValid(String name, @Nullable Object value) {
            if (value == null) {
                return;
            }
            try {
                HttpUrl.parse(((Password) value).value());
            } catch (IllegalArgumentException e) {
                // The parser's own message shows the address.
                throw new ConfigException(name, value, "it is no http or https address with a host and without a user");
            }
        }

        @Override
        public String toString() {
            return "http or https address";
        }
    }

    /** Accepts what can stand in a header. */
    static final class HeaderValue implements ConfigDef.Validator {
        @Override
        public void ensureValid(String name, @Nullable Object value) {
            if (value != null && !((Password) value).value().chars().allMatch(c -> c >= ' ' && c < 127)) {
                throw new ConfigException(name, value, "accepted are printable ASCII characters, no line break");
            }
        }

        @Override
        public String toString() {
            return "printable ASCII";
        }
    }

    /** Accepts keys that can sign. */
    static final class SigningSecret implements ConfigDef.Validator {
        @Override
        public void ensureValid(String name, @Nullable Object value) {
            if (value == null) {
                return;
            }
            try {
                new Signature(((Password) value).value());
            } catch (IllegalArgumentException e) {
                throw new ConfigException(name, value, "it is empty, or after whsec_ it is no Base64");
            }
        }

        @Override
        public String toString() {
            return "any text, or Base64 after whsec_";
        }
    }
}
