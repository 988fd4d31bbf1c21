package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    Path data;

    @Test
    void shouldProcessTheSamplesOnRealKafkaAndEnd() {
        Call call = Call.of("demo", "--exit", "--data", data.toString());

        assertThat(call.exitCode()).as(call.err()).isZero();
        assertThat(call.outLines().stream().flatMap(DemoCommandTest::articles))
                .as("the feed's first and last attacks: nothing is still on its way when the demo ends")
                .contains("tpa-0312-embassy", "sb-0313-niono", "rvm-0313-gusau");
        assertThat(call.err()).contains("68 articles published").contains("All articles processed");
    }

    private static Stream<String> articles(String line) {
        try {
            return new ObjectMapper().readTree(line).path("reports").findValuesAsText("articleId").stream();
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
