package org.tocsin.bench.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tocsin.bench.role.GoldRoles.GoldEntity;
import org.tocsin.coder.role.Role;

class InventedRolesTest {
    @Test
    void shouldReadMarksOfOneNumberAsOneEntity() {
        Map<Role, GoldRoles> gold = InventedRoles.gold(
                "[P Gunmen] shot [T1 a judge] and [T two clerks] with [W rifles]. [T1 Paolo Verri] tried gang leaders.");

        assertThat(of(gold, Role.TARGET).entities())
                .extracting(GoldEntity::alternatives)
                .satisfiesExactlyInAnyOrder(
                        judge -> assertThat(judge).containsExactly("a judge", "Paolo Verri"),
                        clerks -> assertThat(clerks).containsExactly("two clerks"));
        assertThat(of(gold, Role.PERPETRATOR).find("gunmen")).isZero();
        assertThat(of(gold, Role.WEAPON).entities()).hasSize(1);
    }

    private static GoldRoles of(Map<Role, GoldRoles> gold, Role role) {
        return Objects.requireNonNull(gold.get(role));
    }
}
