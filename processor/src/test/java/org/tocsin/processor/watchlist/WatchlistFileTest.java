package org.tocsin.processor.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchlistFileTest {
    @Test
    void shouldReadTheSampleWithoutAMistake() throws IOException {
        WatchlistFile.Read read = WatchlistFile.read(Files.readString(Path.of("..", "samples", "watchlist.yaml")));

        assertThat(read.problems()).isEmpty();
        assertThat(read.watchlist().targets())
                .extracting("id")
                .containsExactly("nigerian-army", "us-embassy-baghdad", "us-forces-iraq");
        assertThat(read.watchlist().ownRules()).hasSize(3);
    }

    @Test
    void shouldNameLineAndColumnOfAnUnknownField() {
        assertThat(problems("targets:\n  - id: a\n    aliases: [x]\n    colour: red\n"))
                .singleElement()
                .asString()
                .startsWith("4:5: ")
                .contains("colour");
    }

    @Test
    void shouldNameADanglingGroup() {
        assertThat(problems("targets:\n  - {id: a, aliases: [x], memberOf: [nobody]}\n"))
                .singleElement()
                .asString()
                .contains("nobody");
    }

    @Test
    void shouldNameAnAliasThatTwoTargetsClaim() {
        assertThat(problems("targets:\n  - {id: a, aliases: [embassy]}\n  - {id: b, aliases: [Embassy]}\n"))
                .singleElement()
                .asString()
                .startsWith("3:")
                .contains("\"a\"");
    }

    @Test
    void shouldNameTheNameOfATargetThatIsTheAliasOfAnother() {
        assertThat(problems(
                        "targets:\n  - {id: a, name: Green Zone, aliases: [x]}\n  - {id: b, aliases: [green zone]}\n"))
                .singleElement()
                .asString()
                .startsWith("3:")
                .contains("green zone", "\"a\"");
    }

    @Test
    void shouldTakeATargetThatListsItsOwnNameAmongItsAliases() {
        assertThat(problems("targets:\n  - {id: a, name: Green Zone, aliases: [Green Zone, green zone]}\n"))
                .isEmpty();
    }

    @Test
    void shouldNameACircleOfGroups() {
        assertThat(problems("groups:\n  - {id: a, memberOf: [b]}\n  - {id: b, memberOf: [a]}\n"))
                .hasSize(2)
                .allMatch(problem -> problem.contains("member of itself"));
    }

    @Test
    void shouldRefuseAThresholdBelowZero() {
        assertThat(problems("rules:\n  - {id: r, levels: [{name: high, exceeds: -1}]}\n"))
                .singleElement()
                .asString()
                .contains("exceeds")
                .contains("-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"floor: 0", "probability: 0", "probability: 1.0e-300", "probability: 1.5", "floor: NaN"})
    void shouldRefuseASurgeThatCouldNotBeComputed(String setting) {
        assertThat(problems("rules:\n  - id: r\n    kind: SURGE\n    surge: {" + setting + "}\n"))
                .singleElement()
                .asString()
                .startsWith("4:")
                .contains(setting.substring(0, setting.indexOf(':')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"countBy: UNKNOWN", "stages: []"})
    void shouldRefuseARuleThatCouldNeverCount(String setting) {
        assertThat(problems("rules:\n  - id: r\n    levels: [{name: high, exceeds: 2}]\n    " + setting + "\n"))
                .singleElement()
                .asString()
                .startsWith("4:")
                .contains(setting.substring(0, setting.indexOf(':')));
    }

    @Test
    void shouldNameAMistakeOfAGroupOnce() {
        assertThat(problems("groups:\n  - {id: g, colour: red}\n")).hasSize(1);
    }

    @Test
    void shouldSayWhereACharacterStandsThatYamlDoesNotAllow() {
        assertThat(problems("targets:\n  - {id: \u0001a, aliases: [x]}\n"))
                .singleElement()
                .asString()
                .startsWith("2:10: ")
                .contains("not YAML");
    }

    @Test
    void shouldSayWhereTheTextIsNotYaml() {
        assertThat(problems("targets: [\n")).singleElement().asString().contains("not YAML");
    }

    private static List<String> problems(String yaml) {
        List<String> problems = WatchlistFile.read(yaml).problems();
        assertThat(problems).as("each says line and column").allMatch(problem -> problem.matches("(?s)\\d+:\\d+: .*"));
        return problems;
    }
}
