package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code replay} as a user calls it. */
class ReplayCommandTest {
    /** Three attacks of one Sunday, the last first: they are read in order of publication. */
    private static final List<String> ARTICLES = List.of(
            Installation.bombing("third", "Tikrit", Instant.parse("2024-03-10T20:00:00Z")),
            Installation.bombing("first", "Mosul", Instant.parse("2024-03-10T14:00:00Z")),
            Installation.bombing("second", "Kirkuk", Instant.parse("2024-03-10T16:00:00Z")));

    @TempDir
    Path directory;

    @Test
    void shouldSayWhichAlertsAnotherWatchlistWouldHaveAddedAndLost() throws IOException {
        Call call = Call.withInput(
                String.join("\n", ARTICLES),
                "replay",
                "--emit",
                "alerts",
                "--watchlist",
                watchlist("mine", rule("in-both", 2) + rule("mine-alone", 1) + rule("in-neither", 3)),
                "--compare",
                watchlist("other", rule("in-both", 2) + rule("mine-alone", 3) + rule("other-alone", 0)));

        assertThat(call.exitCode()).isZero();
        assertThat(call.outLines()).hasSize(2);
        assertThat(call.outLines().get(0)).startsWith("{\"change\":\"ADDED\"").contains("\"ruleId\":\"other-alone\"");
        assertThat(call.outLines().get(1)).startsWith("{\"change\":\"LOST\"").contains("\"ruleId\":\"mine-alone\"");
    }

    @Test
    void shouldCloseAllDaysWhenAskedAndNameALineThatIsNoArticle() {
        String input = ARTICLES.get(0) + "\n{\"id\":\n" + ARTICLES.get(1) + "\n" + ARTICLES.get(2);

        Call call = Call.withInput(input, "replay", "--emit", "counts", "--close");

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err()).contains("standard input, line 2: ");
        assertThat(call.outLines())
                .filteredOn(line -> line.contains("\"kind\":\"COUNTRY\""))
                .singleElement()
                .asString()
                .contains("\"date\":\"2024-03-10\"", "\"certain\":3", "\"closed\":true");
    }

    @Test
    void shouldCloseAllDaysAlsoWhenTheyStayOpenForLong() throws IOException {
        Path config = Files.writeString(directory.resolve("own.properties"), "tocsin.tally.grace=60d\n");

        Call call = Call.withInput(
                String.join("\n", ARTICLES), "replay", "--emit", "counts", "--close", "--config", config.toString());

        assertThat(call.exitCode()).as(call.err()).isZero();
        assertThat(call.outLines()).isNotEmpty().allMatch(line -> line.contains("\"closed\":true"));
    }

    private String watchlist(String name, String rules) throws IOException {
        return Files.writeString(directory.resolve(name + ".yaml"), "rules:\n" + rules)
                .toString();
    }

    private static String rule(String id, int exceeds) {
        return "  - {id: %s, countBy: COUNTRY, match: {countries: [IQ]}, levels: [{name: high, exceeds: %d}]}\n"
                .formatted(id, exceeds);
    }
}
