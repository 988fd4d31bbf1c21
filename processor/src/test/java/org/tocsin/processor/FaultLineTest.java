package org.tocsin.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tocsin.schemas.Origin;

class FaultLineTest {
    private static final String WORDS = "words of an article";

    @Test
    void shouldTellAFaultOfOursByItsKindAndPlaceAlone() {
        BeforeChange fault = catchThrowableOfType(
                BeforeChange.class,
                () -> BeforeChange.compute("id", new Origin("articles", 0, 1L, Instant.EPOCH), () -> {
                    throw new IllegalStateException(WORDS);
                }));

        assertThat(FaultLine.of(fault))
                .contains("IllegalStateException", "FaultLineTest")
                .doesNotContain(WORDS);
    }

    @Test
    void shouldTellWhatKafkaSays() {
        var fault = new RuntimeException(WORDS, new org.apache.kafka.common.errors.TimeoutException("no answer"));

        assertThat(FaultLine.of(fault)).contains("no answer").doesNotContain(WORDS);
    }
}
