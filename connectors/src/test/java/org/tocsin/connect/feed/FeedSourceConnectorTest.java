package org.tocsin.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedSourceConnectorTest {
    private final FeedSourceConnector connector = new FeedSourceConnector();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "feeds, ftp://a.example/, only http and https",
        "feeds, '', there is no feed",
        "feeds.opml, /no/such/file, can't be read",
        "contact, nobody, mail address",
        "contact, 'a@b.example (x)', mail address",
        "feed.interval.ms, 10, at least 1000",
        "http.allowed.addresses, 10.0.0.0/99, no address block",
        "fetch.full.text, perhaps, true or false"
    })
    void shouldSayForEachFieldWhatIsWrong(String field, String value, String message) {
        Map<String, String> settings = new HashMap<>(Map.of("feeds", "http://a.example/", "contact", "a@b.example"));
        settings.put(field, value);

        Map<String, List<String>> errors = connector.validate(settings).configValues().stream()
                .filter(field1 -> !field1.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));

        assertThat(errors).containsOnlyKeys(field);
        assertThat(errors.get(field)).singleElement().asString().containsIgnoringCase(message);
    }

    @Test
    void shouldDivideFeedsByHostAndReadOpml() throws IOException {
        Path opml = Files.writeString(
                directory.resolve("feeds.opml"),
                """
                <opml version="2.0"><body><outline text="News">
                  <outline type="rss" xmlUrl="https://a.example/1"/><outline xmlUrl="https://a.example/2?x=1&amp;y=2,3"/>
                  <outline xmlUrl="gopher://b.example/"/><outline text="no feed"/>
                </outline><outline xmlUrl="https://c.example/1"/></body></opml>
                """);
        connector.start(Map.of(
                "feeds",
                "https://b.example/1,https://c.example/1",
                "feeds.opml",
                opml.toString(),
                "contact",
                "a@b.example"));

        List<List<String>> shares = connector.taskConfigs(2).stream()
                .map(task -> Arrays.stream(task.getOrDefault("feeds", "").split(","))
                        .sorted()
                        .toList())
                .toList();
        connector.stop();

        assertThat(shares)
                .containsExactlyInAnyOrder(
                        List.of("https://a.example/1", "https://a.example/2?x=1&y=2%2C3"),
                        List.of("https://b.example/1", "https://c.example/1"));
    }

    @Test
    void shouldNotMakeMoreTasksThanHosts() {
        String feeds =
                IntStream.range(0, 10).mapToObj(i -> "https://a.example/" + i).collect(Collectors.joining(","));
        connector.start(Map.of("feeds", feeds, "contact", "a@b.example"));

        assertThat(connector.taskConfigs(4)).hasSize(1);
        assertThat(connector.exactlyOnceSupport(Map.of())).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }
}
