package org.tocsin.coder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTest {
    private static Token token(String text) {
        return new Token(text, text, 0, text.length());
    }

    @Test
    void shouldTellDashesThatStandAlone() {
        assertThat(List.of("-", "--", "\u2013", "\u2014"))
                .allMatch(dash -> token(dash).isDash());
        assertThat(List.of("car-bomb", ":", ","))
                .noneMatch(other -> token(other).isDash());
    }

    @Test
    void shouldWriteTokensWithBlanksBetweenThem() {
        assertThat(Token.textOf(List.of(token("Bab"), token("Street"), token("market"))))
                .isEqualTo("Bab Street market");
        assertThat(Token.textOf(List.of())).isEmpty();
    }
}
