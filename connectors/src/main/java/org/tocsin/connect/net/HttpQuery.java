package org.tocsin.connect.net;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param body null for GET
 * @param followRedirects a POST is never repeated elsewhere, whatever this says
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of each body would cost what it weighs.
public record HttpQuery(
        String method, URI url, Map<String, String> headers, byte @Nullable [] body, boolean followRedirects) {

    public HttpQuery {
        headers = Map.copyOf(headers);
    }

    /** Fetches, and follows redirects. */
    public static HttpQuery get(URI url) {
        return new HttpQuery("GET", url, Map.of(), null, true);
    }

    /** Sends. The content type is a header. */
    public static HttpQuery post(URI url, String contentType, byte[] body) {
        return new HttpQuery("POST", url, Map.of("Content-Type", contentType), body, false);
    }

    /** The same with one more header. */
    public HttpQuery with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpQuery(method, url, more, body, followRedirects);
    }

    /** The same, but a redirect is the answer. */
    public HttpQuery withoutRedirects() {
        return new HttpQuery(method, url, headers, body, false);
    }
}
