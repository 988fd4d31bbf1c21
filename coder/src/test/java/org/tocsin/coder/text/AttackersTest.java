package org.tocsin.coder.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AttackersTest {
    @Test
    void shouldPutTheFormsOfAClassInItsPlace() {
        assertThat(Attackers.forms("raider,@gunmen,raiders", ","))
                .containsExactly("raider", "gunman", "gunmen", "raiders");
        assertThat(Attackers.forms("gang hooded", " ")).containsExactly("gang", "hooded");
    }

    @Test
    void shouldSayWhichClassIsMissing() {
        assertThatThrownBy(() -> Attackers.forms("@nobody", ","))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@nobody");
    }
}
