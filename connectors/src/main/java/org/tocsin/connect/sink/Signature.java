package org.tocsin.connect.sink;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The headers of the Standard Webhooks specification 1.0, by which a receiver knows that a call is ours and not an old
 * one repeated: {@code webhook-signature} is {@code v1,} and the Base64 of HMAC-SHA256 over {@code id.timestamp.body}.
 */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String BASE64_SECRET = "whsec_";

    private final SecretKeySpec key;

    /**
     * @param secret shared with the receiver; after {@code whsec_} it is Base64, otherwise it is taken as it is
     * @throws IllegalArgumentException when it is empty or no Base64 after {@code whsec_}
     */
    Signature(String secret) {
        this.key = new SecretKeySpec(
                secret.startsWith(BASE64_SECRET)
                        ? Base64.getDecoder().decode(secret.substring(BASE64_SECRET.length()))
                        : secret.getBytes(StandardCharsets.UTF_8),
                ALGORITHM);
    }

    /** The three headers of one attempt. */
    Map<String, String> headers(String id, Instant now, byte[] body) {
        String timestamp = Long.toString(now.getEpochSecond());
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                "v1," + mac(id, timestamp, body));
    }

    private String mac(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
