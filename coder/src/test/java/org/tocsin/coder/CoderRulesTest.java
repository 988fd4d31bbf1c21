package org.tocsin.coder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "org.tocsin.coder", importOptions = ImportOption.DoNotIncludeTests.class)
class CoderRulesTest {
    private static final long MOST_BYTES_OF_DATA = 25_000_000;

    @ArchTest
    static final ArchRule knowsNoKafkaAndNoNetwork = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "java.net..", "java.net.http..", "javax.net..");

    @ArchTest
    static final ArchRule readsNoClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule drawsNoRandomNumbers =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Random");

    @Test
    void shouldCarryAtMost25MegabytesOfData() throws IOException, URISyntaxException {
        Path resources = Path.of(Objects.requireNonNull(EventCoder.class.getResource("incident/triggers.tsv"))
                .toURI()
                .resolve(".."));
        try (Stream<Path> files = Files.walk(resources)) {
            long bytes = files.filter(
                            f -> Files.isRegularFile(f) && !f.toString().endsWith(".class"))
                    .mapToLong(f -> f.toFile().length())
                    .sum();
            assertThat(bytes).isBetween(100_000L, MOST_BYTES_OF_DATA);
        }
    }
}
