package org.tocsin.connect.sink;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.connect.net.GuardedHttp;
import org.tocsin.connect.net.HttpOutcome;
import org.tocsin.connect.net.HttpQuery;
import org.tocsin.connect.net.HttpUrl;
import org.tocsin.connect.net.NetSettings;

/** The one address that a task posts to. */
interface Receiver extends AutoCloseable {
    /**
     * Posts once and waits for the answer.
     *
     * @param key idempotency key; null for what is no single alert
     */
    HttpOutcome post(JsonNode body, @Nullable String key);

    @Override
    void close();

    /** The receiver that the settings name. */
    static Receiver of(SinkSettings settings, String contentType, Clock clock) {
        GuardedHttp http = new GuardedHttp(
                NetSettings.limits(settings, 1), NetSettings.guard(settings), "Tocsin-AlertWebhookSink");
        String secret = settings.secret(SinkSettings.SECRET);
        return new Web(
                http,
                HttpUrl.parse(settings.url()),
                contentType,
                settings.secret(SinkSettings.AUTHORIZATION),
                secret == null ? null : new Signature(secret),
                clock);
    }

    /** Over HTTP. */
    record Web(
            GuardedHttp http,
            URI url,
            String contentType,
            @Nullable String authorization,
            @Nullable Signature signature,
            Clock clock)
            implements Receiver {

        @Override
        public HttpOutcome post(JsonNode body, @Nullable String key) {
            byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
            Map<String, String> headers = new HashMap<>();
            headers.put("Content-Type", contentType);
            if (authorization != null) {
                headers.put("Authorization", authorization);
            }
            if (key != null) {
                headers.put("Idempotency-Key", key);
            }
            if (signature != null) {
                String id =
                        key == null ? java.util.UUID.nameUUIDFromBytes(bytes).toString() : key;
                headers.putAll(signature.headers(id, clock.instant(), bytes));
            }
            return http.send(new HttpQuery("POST", url, headers, bytes, false));
        }

        @Override
        public void close() {
            http.close();
        }

        /** The address may be a secret. */
        @Override
        public String toString() {
            return "receiver at " + HttpUrl.origin(url);
        }
    }
}
