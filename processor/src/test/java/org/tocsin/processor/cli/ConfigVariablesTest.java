package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.OperatorException;

class ConfigVariablesTest {
    @TempDir
    private Path directory;

    @Test
    void shouldTakeSecretsFromFilesAndTheEnvironment() throws IOException {
        Path secrets = Files.writeString(directory.resolve("secrets"), "truststore=from-a-file\n");
        Files.writeString(directory.resolve("token"), "from-a-folder");
        Properties settings = new Properties();
        settings.setProperty("a", "${file:" + secrets + ":truststore}");
        settings.setProperty("b", "${dir:" + directory + ":token}");
        settings.setProperty("c", "before ${env:PATH} after");
        settings.setProperty("d", "${not a variable}");

        Properties resolved = ConfigVariables.resolve(settings, "tocsin.properties");

        assertThat(resolved)
                .containsEntry("a", "from-a-file")
                .containsEntry("b", "from-a-folder")
                .containsEntry("c", "before " + System.getenv("PATH") + " after")
                .containsEntry("d", "${not a variable}");
    }

    @Test
    void shouldNameTheVariableThatIsNotThere() {
        Properties settings = new Properties();
        settings.setProperty("sasl.jaas.config", "password=\"${env:TOCSIN_NO_SUCH_VARIABLE}\"");

        assertThatThrownBy(() -> ConfigVariables.resolve(settings, "tocsin.properties"))
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "tocsin.properties: sasl.jaas.config asks for ${env:TOCSIN_NO_SUCH_VARIABLE}, which is not there;"
                                + " set it, or correct its name");
    }
}
