package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.schemas.Topics;
import org.tocsin.schemas.WatchlistVersion;

/** {@code watchlist apply} on a real broker: it shows the difference and writes only that, all of it or nothing. */
class WatchlistCommandTest {
    private static final String FIRST =
            """
            targets:
              - {id: a, aliases: [harbour]}
              - {id: b, aliases: [airport]}
            rules:
              - {id: any, levels: [{name: high, exceeds: 2}]}
            """;
    private static final String SECOND =
            """
            targets:
              - {id: a, aliases: [harbour, quay]}
            rules:
              - {id: any, levels: [{name: high, exceeds: 2}]}
            """;
    /** A producer sends no record of more than a megabyte. */
    private static final String TOO_LARGE =
            """
            targets:
              - {id: a, aliases: [pier]}
              - {id: z, aliases: [%s]}
            """
                    .formatted("x".repeat(2_000_000));

    private final Installation installation = Installation.with(Map.of());

    @TempDir
    Path directory;

    private String config = "";

    @BeforeEach
    void configure() throws IOException {
        config = Call.configFile(directory, installation.settings());
    }

    @Test
    void shouldShowTheDifferenceAndWriteOnlyThat() throws IOException {
        assertThat(apply(FIRST).outLines())
                .containsExactly("+ target a", "+ target b", "+ rule any", "version 1 is in force");
        assertThat(apply(SECOND).outLines()).containsExactly("~ target a", "- target b", "version 2 is in force");
        Call again = apply(SECOND);
        assertThat(again.outLines()).as(again.err()).containsExactly("nothing differs from the watchlist in force");

        assertThat(installation.read(Topics.TARGETS))
                .extracting("id", "version")
                .containsExactlyInAnyOrder(tuple("a", 1), tuple("b", 1), tuple("a", 2));
        assertThat(installation.read(Topics.ALERT_RULES)).hasSize(1);
        assertThat(installation.read(Topics.WATCHLIST_VERSIONS))
                .extracting(WatchlistVersion::getVersion)
                .containsExactly(1L, 2L);
        assertThat(show().out()).contains("{\"version\":2}").contains("quay").doesNotContain("airport");
    }

    @Test
    void shouldWriteNothingWhenOneEntryIsRefused() throws IOException {
        apply(FIRST);
        String before = show().out();

        Call refused = apply(TOO_LARGE);

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).doesNotContain("is in force");
        assertThat(installation.read(Topics.TARGETS)).extracting("id").containsExactlyInAnyOrder("a", "b");
        assertThat(show().out()).isEqualTo(before);
        assertThat(apply(SECOND).outLines()).contains("version 2 is in force");
    }

    /** What other classes have set up in this process must not be what it works by. */
    @Test
    void shouldCheckTheShortestRuleInAProcessOfItsOwn() throws Exception {
        Path file = Files.writeString(
                directory.resolve("watchlist.yaml"), "rules:\n  - {id: any, levels: [{name: high, exceeds: 2}]}\n");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "watchlist",
                        "check",
                        file.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("0 targets, 1 rules, no mistake");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void shouldSayThatAFileIsNoText() throws IOException {
        Path file = Files.write(directory.resolve("watchlist.yaml"), new byte[] {'a', (byte) 0xFF, (byte) 0xFE});

        assertThat(Call.of("watchlist", "check", file.toString()).err()).contains("is not text in UTF-8");
    }

    private Call apply(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("watchlist.yaml"), yaml);
        return Call.of("watchlist", "apply", file.toString(), "--config", config);
    }

    private Call show() {
        return Call.of("watchlist", "show", "--config", config);
    }
}
