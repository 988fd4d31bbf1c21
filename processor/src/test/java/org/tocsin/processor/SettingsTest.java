package org.tocsin.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void shouldNameTheNearestKnownSettingWhenOneIsUnknown() {
        assertThatThrownBy(() -> Settings.of(Map.of("tocsin.taly.grace", "72h")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tocsin.taly.grace")
                .hasMessageContaining("tocsin.tally.grace");
    }

    @Test
    void shouldSayWhatADurationLooksLike() {
        assertThatThrownBy(() -> Settings.of(Map.of("tocsin.tally.grace", "3 weeks")))
                .hasMessageContaining("72h")
                .hasMessageContaining("3 weeks");
    }

    @Test
    void shouldPassKafkasOwnSettingsThrough() {
        Settings settings = Settings.of(Map.of("bootstrap.servers", "kafka:9092", "tocsin.tally.grace", "2d"));

        assertThat(settings.kafka()).containsEntry("bootstrap.servers", "kafka:9092");
        assertThat(settings.grace()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void shouldDocumentEverySettingWithItsDefaultInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));

        Settings.documented()
                .forEach((key, value) -> assertThat(readme).containsPattern("`" + key + "` \\| `?" + value + "`? \\|"));
    }
}
