package org.tocsin.connect.net;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a call: an answer with any status, or none. */
public sealed interface HttpOutcome {

    /**
     * The server answered.
     *
     * @param status HTTP status
     * @param url that answered, after redirects
     * @param permanentUrl where the resource has moved for good: the end of the unbroken chain of 301 and 308 that
     *     began at the URL asked for; null when it has not
     * @param headers by name in lower case
     * @param body decompressed
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of each body would cost what it weighs.
    record Reply(int status, URI url, @Nullable URI permanentUrl, Map<String, List<String>> headers, byte[] body)
            implements HttpOutcome {

        /** The first header of this name. */
        public Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst();
        }

        /** The same without its body, when only what the server said of it matters. */
        public Reply withoutBody() {
            return new Reply(status, url, permanentUrl, headers, new byte[0]);
        }

        /** 2xx. */
        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /** 429 and 5xx: the same call may succeed later. */
        public boolean isWorthRetrying() {
            return status == 429 || status / 100 == 5;
        }
    }

    /**
     * No whole answer.
     *
     * @param message what was wrong and where; no header and no body
     */
    record Failure(Kind kind, String message) implements HttpOutcome {
        /** Whether the same call may succeed later. */
        public boolean isWorthRetrying() {
            return kind.worthRetrying;
        }
    }

    /** Why there is no answer. */
    enum Kind {
        /** No http or https URL. */
        BAD_URL(false),
        /** The name leads to an address that must not be called. */
        REFUSED_ADDRESS(false),
        /** The name has no address. */
        UNKNOWN_HOST(true),
        /** Refused, reset, or no route. */
        CONNECT(true),
        /** Certificate or handshake. */
        TLS(true),
        /** Longer than the whole call may take. */
        TIMEOUT(true),
        /** More bytes than allowed, as sent or decompressed. */
        TOO_LARGE(false),
        /** The body ended early or its compression is broken. */
        TRUNCATED(true),
        /** More redirects than allowed, or in a circle. */
        REDIRECTS(false),
        /** No HTTP. */
        PROTOCOL(true);

        private final boolean worthRetrying;

        Kind(boolean worthRetrying) {
            this.worthRetrying = worthRetrying;
        }
    }
}
