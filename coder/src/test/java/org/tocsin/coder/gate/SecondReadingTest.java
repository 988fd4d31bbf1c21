package org.tocsin.coder.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.model.ModelSource;
import org.tocsin.coder.role.RoleEvidence;

class SecondReadingTest {
    private static final RoleEvidence NOBODY = new RoleEvidence(0, 0);

    @Test
    void shouldBelieveAnUnsureGateMoreWhenTheArticleSaysWhoWasAttackedAndWithWhat() {
        SecondReading reading = SecondReading.load(ModelSource.CLASS_PATH);

        double passing = reading.score(0, NOBODY);
        double victim = reading.score(0, new RoleEvidence(0.9, 0));
        double victimAndWeapon = reading.score(0, new RoleEvidence(0.9, 0.9));

        assertThat(passing).isLessThan(SecondReading.THRESHOLD);
        assertThat(victim).isGreaterThan(passing);
        assertThat(victimAndWeapon).isGreaterThan(victim).isGreaterThan(SecondReading.THRESHOLD);
    }

    @Test
    void shouldNotBelieveInAnAttackWhereTheGateSawNoWordOfOne() {
        SecondReading reading = SecondReading.load(ModelSource.CLASS_PATH);

        assertThat(reading.score(Double.NEGATIVE_INFINITY, new RoleEvidence(1, 1)))
                .isZero();
    }

    @Test
    void shouldReadWhatItWrites() {
        SecondReading written = new SecondReading(-1.25, 0.5, 2, 0.75);
        byte[] file = written.written("made by a test").getBytes(StandardCharsets.UTF_8);

        assertThat(SecondReading.load(name -> new ByteArrayInputStream(file))).isEqualTo(written);
    }
}
