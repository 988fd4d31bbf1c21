package org.tocsin.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signatures computed with Python's hmac module. */
class SignatureTest {
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1_710_273_600);

    @Test
    void shouldSignIdTimestampAndBody() {
        Map<String, String> headers =
                new Signature("whsec_dG9jc2luLXRlc3Qtc2VjcmV0LTI0Ynl0ZXM=").headers("a-1-7", NOW, BODY);

        assertThat(headers)
                .isEqualTo(Map.of(
                        "webhook-id", "a-1-7",
                        "webhook-timestamp", "1710273600",
                        "webhook-signature", "v1,lJv9JFN5qEtRP/zbAIrrT5+jHhpYg1vPHZFkMYBL9OI="));
    }

    @Test
    void shouldTakeAPlainSecretAsItIs() {
        assertThat(new Signature("plain").headers("a-1-7", NOW, BODY))
                .containsEntry("webhook-signature", "v1,N4xhFcwetxFPEjx9cssFg0VcRoypA1BZ4Idbb+TEWYI=");
    }

    @Test
    void shouldRefuseWhatCannotSign() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Signature(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Signature("whsec_no base64!"));
    }
}
