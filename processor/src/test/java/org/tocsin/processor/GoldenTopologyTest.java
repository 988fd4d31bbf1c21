package org.tocsin.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.EventCoder;
import org.tocsin.schemas.AvroSerdes;

/**
 * The topology as it was released. A difference here is a difference to every running installation: renamed stores are
 * empty stores, renamed internal topics lose what is in them. Where it is meant, write the new one over the golden file
 * (the test leaves it in target/topology.txt) and say in the change log how to upgrade.
 */
class GoldenTopologyTest {
    @Test
    void shouldBeTheReleasedTopology() throws IOException {
        Settings settings = Settings.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://golden"));
        String topology = sortedStores(
                Pipeline.topology(settings, EventCoder.load()).describe().toString());
        Files.writeString(Path.of("target", "topology.txt"), topology);

        String golden;
        try (var stream = GoldenTopologyTest.class.getResourceAsStream("/topology.txt")) {
            golden = stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(topology).isEqualTo(golden);
    }

    /** A processor's stores come in no order. */
    private static String sortedStores(String topology) {
        return Pattern.compile("stores: \\[([^]]*)\\]")
                .matcher(topology)
                .replaceAll(match -> "stores: ["
                        + Arrays.stream(match.group(1).split(", ", -1)).sorted().collect(Collectors.joining(", "))
                        + "]");
    }
}
