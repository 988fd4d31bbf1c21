package org.tocsin.processor.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What browsers are told: to load and run nothing, to show the answers in no frame, and to guess no types. There is no
 * CORS header, so that pages of other origins read nothing.
 */
final class SecurityHeaders {
    private static final String HSTS = "max-age=31536000";

    static final Map<String, String> ALWAYS = always();

    private SecurityHeaders() {}

    private static Map<String, String> always() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cache-Control", "private, no-cache");
        return Map.copyOf(headers);
    }

    static void set(Context context, boolean secure) {
        ALWAYS.forEach(context::header);
        if (secure) {
            context.header("Strict-Transport-Security", HSTS);
        }
    }
}
