package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "run",
                "publish",
                "code",
                "incidents",
                "alerts",
                "dead-letters",
                "purge",
                "reset",
                "lag"
            })
    void shouldShowAnExampleInTheHelpOfEachCommand(String command) {
        Call call = Call.of(command, "--help");

        assertThat(call.exitCode()).isZero();
        assertThat(call.out()).contains("Example").contains("./tocsin " + command);
    }

    @Test
    void shouldEndWithTwoOnWrongUsage() {
        assertThat(Call.of().exitCode()).isEqualTo(2);
        assertThat(Call.of("publich").exitCode()).isEqualTo(2);
        assertThat(Call.of("publish").exitCode()).isEqualTo(2);
        assertThat(Call.of("publich").err()).contains("publich").contains("publish");
    }

    @Test
    void shouldSayInOneLineThatNothingRuns() {
        Call call = Call.of("incidents", "--data", directory.toString());

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err().lines()).singleElement().asString().contains(directory.toString(), "./tocsin up");
    }

    @Test
    void shouldNameAnUnknownSettingAndTheNearest() throws IOException {
        Path config = directory.resolve("own.properties");
        Files.writeString(config, "bootstrap.servers=127.0.0.1:1\ntocsin.tally.grase=10h\n");

        Call call = Call.of("run", "--config", config.toString());

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err().lines())
                .singleElement()
                .asString()
                .contains(config.toString(), "tocsin.tally.grase", "tocsin.tally.grace");
    }
}
