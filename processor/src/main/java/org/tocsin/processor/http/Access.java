package org.tocsin.processor.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.HttpSettings;
import org.tocsin.processor.OperatorException;

/**
 * Who may call. With a token, each caller must show it; without one the server binds to loopback only, unless a proxy
 * that authenticates stands before it. Health is open to all: probes have no token.
 */
public final class Access {
    /** Holds the token when no file does. */
    public static final String TOKEN_VARIABLE = "TOCSIN_HTTP_TOKEN";

    private static final int SHORTEST_TOKEN = 16;
    private static final String BEARER = "bearer ";
    private static final String OPEN = "/health/";
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final byte @Nullable [] token;
    private final boolean loopbackNamesOnly;

    private Access(byte @Nullable [] token, boolean loopbackNamesOnly) {
        this.token = token;
        this.loopbackNamesOnly = loopbackNamesOnly;
    }

    /**
     * As the settings say.
     *
     * @param environment of the process
     * @throws OperatorException when the token is unusable, or anybody on the network could call
     */
    public static Access of(HttpSettings settings, Map<String, String> environment) {
        Optional<String> token = token(settings.tokenFile(), environment);
        boolean loopback = isLoopback(settings.host());
        if (!loopback && token.isEmpty() && !settings.behindProxy()) {
            throw new OperatorException(
                    "%s=%s lets anybody on the network in: set %s (or the environment's %s), or %s=true when a proxy that authenticates stands before it"
                            .formatted(
                                    HttpSettings.HOST,
                                    settings.host(),
                                    HttpSettings.TOKEN_FILE,
                                    TOKEN_VARIABLE,
                                    HttpSettings.BEHIND_PROXY));
        }
        return new Access(
                token.map(Access::digest).orElse(null), loopback && token.isEmpty() && !settings.behindProxy());
    }

    /**
     * Why a request is refused; empty when it may pass.
     *
     * @param host the header: a page that had its own name point to 127.0.0.1 could else read through a browser here
     */
    Optional<Problem> refusal(String path, @Nullable String authorization, @Nullable String host) {
        if (path.startsWith(OPEN)) {
            return Optional.empty();
        }
        if (token != null && !shows(authorization)) {
            return Optional.of(Problem.unauthorized(
                    authorization == null
                            ? "show the token in a header: Authorization: Bearer TOKEN"
                            : "the token in the Authorization header is not the one that is set here"));
        }
        if (loopbackNamesOnly && !LOOPBACK_NAMES.contains(hostName(host))) {
            return Optional.of(new Problem(
                    421,
                    "Misdirected request",
                    "without a token this server answers to localhost, 127.0.0.1 and [::1] only, not to other names"));
        }
        return Optional.empty();
    }

    private boolean shows(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return false;
        }
        return MessageDigest.isEqual(
                token, digest(authorization.substring(BEARER.length()).strip()));
    }

    private static String hostName(@Nullable String header) {
        String host = header == null ? "" : header.toLowerCase(Locale.ROOT);
        return host.replaceFirst(":\\d+$", "");
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new OperatorException(HttpSettings.HOST + "=" + host + " is no address of this machine", e);
        }
    }

    private static Optional<String> token(@Nullable Path file, Map<String, String> environment) {
        String from = file == null ? "the environment's " + TOKEN_VARIABLE : file.toString();
        String token = file == null ? environment.get(TOKEN_VARIABLE) : read(file);
        if (token == null) {
            return Optional.empty();
        }
        if (token.strip().length() < SHORTEST_TOKEN) {
            throw new OperatorException(
                    "the token in %s is shorter than %d characters; one is made by: openssl rand -hex 32"
                            .formatted(from, SHORTEST_TOKEN));
        }
        return Optional.of(token.strip());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new OperatorException(
                    HttpSettings.TOKEN_FILE + "=" + file + " cannot be read: " + OperatorException.rootOf(e), e);
        }
    }

    /** Of one length whatever the token's, so that comparing tells nothing of it. */
    private static byte[] digest(String token) {
        return Digests.sha256(token.getBytes(UTF_8));
    }
}
