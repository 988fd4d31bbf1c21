package org.tocsin.processor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the HTTP server. The token itself is no setting: it is read from a file or from the environment where it
 * is needed, so that no settings that are printed or passed on hold it.
 *
 * @param host the address that the server binds to
 * @param port its port; 0 takes any free one
 * @param orAnyPort whether any free port will do where that one is taken
 * @param tokenFile holds the bearer token that callers must show
 * @param behindProxy whether a proxy that authenticates stands before the server
 * @param certificate PEM file with the certificate and its chain, for TLS
 * @param key PEM file with the certificate's private key, PKCS #8, not encrypted
 * @param readyMaxLag records that the pipeline may be behind and still count as ready
 * @param timeout how long a connection may say nothing
 * @param streams most event streams at a time
 */
public record HttpSettings(
        String host,
        int port,
        boolean orAnyPort,
        @Nullable Path tokenFile,
        boolean behindProxy,
        @Nullable Path certificate,
        @Nullable Path key,
        int readyMaxLag,
        Duration timeout,
        int streams) {
    /** The key of {@link #port()}. */
    public static final String PORT = "tocsin.http.port";

    /** The key of {@link #orAnyPort()}. */
    public static final String OR_ANY_PORT = "tocsin.http.port.or.any";

    /** The key of {@link #host()}. */
    public static final String HOST = "tocsin.http.host";

    /** The key of {@link #tokenFile()}. */
    public static final String TOKEN_FILE = "tocsin.http.token.file";

    /** The key of {@link #behindProxy()}. */
    public static final String BEHIND_PROXY = "tocsin.http.behind.proxy";

    /** The key of {@link #certificate()}. */
    public static final String CERTIFICATE = "tocsin.http.tls.certificate";

    /** The key of {@link #key()}. */
    public static final String KEY = "tocsin.http.tls.key";

    private static final int HIGHEST_PORT = 65_535;
    private static final String READY_MAX_LAG = "tocsin.http.ready.max.lag";
    private static final String TIMEOUT = "tocsin.http.timeout";
    private static final String STREAMS = "tocsin.http.streams";

    static final Map<String, String> DEFAULTS = defaults();

    private static Map<String, String> defaults() {
        Map<String, String> d = new LinkedHashMap<>();
        d.put(HOST, "127.0.0.1");
        d.put(PORT, "8080");
        d.put(OR_ANY_PORT, "false");
        d.put(TOKEN_FILE, "");
        d.put(BEHIND_PROXY, "false");
        d.put(CERTIFICATE, "");
        d.put(KEY, "");
        d.put(READY_MAX_LAG, "10000");
        d.put(TIMEOUT, "30s");
        d.put(STREAMS, "50");
        return d;
    }

    /** Of settings that are whole: each key has a value, if only its default. */
    static HttpSettings parse(Map<String, String> own) {
        HttpSettings http = new HttpSettings(
                Settings.text(own, HOST),
                number(own, PORT, HIGHEST_PORT),
                flag(own, OR_ANY_PORT),
                path(own, TOKEN_FILE),
                flag(own, BEHIND_PROXY),
                path(own, CERTIFICATE),
                path(own, KEY),
                number(own, READY_MAX_LAG, 1_000_000_000),
                Settings.duration(own, TIMEOUT),
                Settings.count(own, STREAMS));
        if ((http.certificate == null) != (http.key == null)) {
            throw new IllegalArgumentException(CERTIFICATE + " and " + KEY + " go together; only one is set");
        }
        return http;
    }

    private static int number(Map<String, String> own, String key, int highest) {
        String value = Settings.text(own, key);
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) > highest) {
            throw new IllegalArgumentException(key + " must be a whole number from 0 to " + highest + ", is " + value);
        }
        return Integer.parseInt(value);
    }

    private static boolean flag(Map<String, String> own, String key) {
        String value = Settings.text(own, key);
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(key + " must be true or false, is " + value);
        }
        return value.equals("true");
    }

    private static @Nullable Path path(Map<String, String> own, String key) {
        String value = Settings.text(own, key);
        return value.isEmpty() ? null : Path.of(value);
    }
}
