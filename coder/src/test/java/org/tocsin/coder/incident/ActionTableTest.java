package org.tocsin.coder.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.coder.AcledSubEventType;
import org.tocsin.coder.AttackType;

class ActionTableTest {
    private final ActionTable table = ActionTable.load();

    @ParameterizedTest
    @EnumSource
    void shouldHaveAGtdTypeAndAnAcledSubEventForEveryAction(Action action) {
        assertThat(table.gtd(action) == AttackType.UNKNOWN).isEqualTo(action == Action.NONE);
        assertThat(table.acled(action)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"AIR_STRIKE", "SHELLING", "GRENADE", "SUICIDE_BOMBING", "BOMBING"})
    void shouldCountExplosivesOfAnyDeliveryAsBombing(Action action) {
        assertThat(table.gtd(action)).isEqualTo(AttackType.BOMBING_EXPLOSION);
        assertThat(table.acled(action)).isNotEqualTo(AcledSubEventType.ATTACK);
        assertThat(table.rank(action)).isGreaterThan(table.rank(Action.KILLING));
    }
}
