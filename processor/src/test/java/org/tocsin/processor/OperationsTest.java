package org.tocsin.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The files in ops/: that Prometheus takes them, that rules do what their cases say, that no name is made up. */
class OperationsTest {
    private static final Path OPS = Path.of("..", "ops");
    private static final Path RULES = OPS.resolve("prometheus/rules");
    private static final Pattern METRIC = Pattern.compile("\\b(?:tocsin|kafka|jvm|process|disk)[_:][\\w:]+");
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `(\\w+)` \\| (\\w+) \\|", Pattern.MULTILINE);
    private static final Pattern RECORDED = Pattern.compile("- record: (\\S+)");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\S+)");

    @Test
    void shouldHoldTheRulesToTheirCases() throws Exception {
        List<String> cases = new ArrayList<>(List.of("promtool", "test", "rules"));
        cases.addAll(files(OPS.resolve("prometheus/tests")));

        require("promtool", "prometheus");
        assertThat(run(cases)).isEqualTo("0");
        assertThat(run(List.of(
                        "promtool",
                        "check",
                        "config",
                        OPS.resolve("prometheus/prometheus.yml").toString())))
                .isEqualTo("0");
    }

    @Test
    void shouldBeAnExampleThatAlertmanagerTakes() throws Exception {
        require("amtool", "prometheus-alertmanager");
        assertThat(run(List.of(
                        "amtool",
                        "check-config",
                        OPS.resolve("alertmanager/alertmanager.yml").toString())))
                .isEqualTo("0");
    }

    @Test
    void shouldAskOnlyForMetricsThatThereAre() throws IOException {
        Set<String> known = new TreeSet<>(matches(RECORDED, rules()));
        Matcher documented = DOCUMENTED.matcher(Files.readString(Path.of("..", "docs", "metrics.md")));
        while (documented.find()) {
            known.add(documented.group(1));
            if (documented.group(2).equals("histogram")) {
                Stream.of("_bucket", "_sum", "_count").forEach(part -> known.add(documented.group(1) + part));
            }
        }
        Set<String> asked = matches(METRIC, rules() + String.join("\n", dashboardQueries()));

        assertThat(asked).hasSizeGreaterThan(30).isSubsetOf(known);
    }

    @Test
    void shouldTestAndExplainEveryAlert() throws IOException {
        String cases = Files.readString(OPS.resolve("prometheus/tests/tocsin-alerts.test.yml"));
        String document = Files.readString(Path.of("..", "docs", "metrics.md"));

        assertThat(matches(ALERT, rules())).isNotEmpty().allSatisfy(alert -> {
            assertThat(cases).containsPattern("alertname: " + alert + "\\s+exp_alerts:\\s+- exp_labels");
            assertThat(document).contains("| `" + alert + "` |");
        });
    }

    private static List<String> dashboardQueries() throws IOException {
        JsonNode dashboard = new ObjectMapper()
                .readTree(OPS.resolve("grafana/dashboards/tocsin.json").toFile());
        return dashboard.findValuesAsText("expr");
    }

    /** Expressions and comments alike: a rule must not speak of what is not there. */
    private static String rules() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String file : files(RULES)) {
            all.append(Files.readString(Path.of(file)));
        }
        return all.toString();
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.groupCount() == 0 ? match.group() : match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private static void require(String tool, String debianPackage) {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool)));
        String why = "SKIPPED: no " + tool + "; apt-get install " + debianPackage;
        if (!installed) {
            System.err.println(why);
        }
        Assumptions.assumeTrue(installed, why);
    }

    /** The exit code, or what the tool said. */
    private static String run(List<String> command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return process.exitValue() == 0 ? "0" : said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
