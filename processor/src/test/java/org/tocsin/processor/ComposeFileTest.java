package org.tocsin.processor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code docker-compose.yml} against itself and the repository: nothing that it names is missing. */
class ComposeFileTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:v?\\d+\\.\\d+(\\.\\w+)*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)");

    private final Map<String, Object> file = load();
    private final Map<String, Map<String, Object>> services = services();

    @Test
    void shouldDependOnServicesThatAreThereAndSayWhenTheyAreHealthy() {
        services.forEach((name, service) -> {
            Map<String, Object> others = map(service.getOrDefault("depends_on", Map.of()));
            assertThat(services.keySet()).as(name).containsAll(others.keySet());
            others.keySet()
                    .forEach(other -> assertThat(services.get(other)).as(other).containsKey("healthcheck"));
        });
    }

    @Test
    void shouldMountVolumesThatAreDeclaredAndFilesThatExist() {
        Set<String> declared = map(file.get("volumes")).keySet();
        Set<String> used = new TreeSet<>();
        services.forEach((name, service) -> list(service.get("volumes")).forEach(volume -> {
            String source = volume.split(":", -1)[0];
            if (source.startsWith("./")) {
                assertThat(ROOT.resolve(source)).as(name).exists();
            } else if (!source.startsWith("/")) {
                used.add(source);
            }
        }));
        assertThat(used).isEqualTo(new TreeSet<>(declared));
    }

    @Test
    void shouldPinEveryImageAndBuildOneAlone() {
        Collection<String> images = services.values().stream()
                .map(s -> String.valueOf(s.get("image")))
                .toList();
        assertThat(images).allSatisfy(image -> assertThat(image).matches(PINNED));
        List<String> built = services.entrySet().stream()
                .filter(s -> s.getValue().containsKey("build"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(built).containsExactly("processor");
    }

    @Test
    void shouldRestartBoundAndUnprivilegeEveryService() {
        services.forEach((name, service) -> {
            assertThat(service).as(name).containsKeys("restart", "mem_limit", "healthcheck", "user");
            assertThat(String.valueOf(service.get("user"))).as(name).doesNotStartWith("0");
            assertThat(list(service.get("cap_drop"))).as(name).containsExactly("ALL");
            boolean writable = name.equals("kafka");
            assertThat(service.getOrDefault("read_only", false)).as(name).isEqualTo(!writable);
        });
    }

    @Test
    void shouldBindPortsToThisMachineAlone() {
        services.forEach((name, service) -> assertThat(list(service.get("ports")))
                .as(name)
                .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:")));
    }

    @Test
    void shouldTakeVariablesOfTheExampleAndNoOthers() throws IOException {
        Set<String> used = new TreeSet<>(VARIABLE.matcher(text())
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList());
        Set<String> offered;
        try (Stream<String> lines = Files.lines(ROOT.resolve(".env.example"))) {
            offered = new TreeSet<>(lines.filter(line -> line.matches("[A-Z_]+=.*"))
                    .map(line -> line.split("=", -1)[0])
                    .toList());
        }
        assertThat(used).isEqualTo(offered);
    }

    @Test
    void shouldHandOutSecretsThatAreDeclared() {
        Set<String> declared = map(file.get("secrets")).keySet();
        services.forEach((name, service) -> assertThat(declared).as(name).containsAll(list(service.get("secrets"))));
    }

    private static String text() {
        try {
            return Files.readString(ROOT.resolve("docker-compose.yml"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, Object> load() {
        return map(new Load(LoadSettings.builder().build()).loadFromString(text()));
    }

    private Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Object>> all = new java.util.TreeMap<>();
        map(file.get("services")).forEach((name, service) -> all.put(name, map(service)));
        return all;
    }

    @SuppressWarnings("unchecked") // YAML maps have string keys here
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) requireNonNull(value);
    }

    private static List<String> list(@Nullable Object value) {
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(String::valueOf).toList();
    }
}
