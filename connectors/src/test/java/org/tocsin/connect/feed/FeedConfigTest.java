package org.tocsin.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tocsin.connect.ConnectCluster;
import org.tocsin.connect.ConnectRest;

/** The shipped configuration, and what the worker itself says of a wrong one. */
@ExtendWith(ConnectCluster.class)
class FeedConfigTest {

    @Test
    void shouldAcceptTheShippedConfiguration() throws IOException {
        Map<String, String> shipped = shipped();
        assertThat(shipped.put("contact", "desk@example.org")).isEqualTo("${env:TOCSIN_CONTACT}");

        JsonNode answer = validate(shipped);

        assertThat(answer.path("error_count").asInt(-1)).as(answer.toString()).isZero();
    }

    @Test
    void shouldSayForEachFieldWhatIsWrong() throws IOException {
        Map<String, String> wrong = shipped();
        wrong.put("contact", "nobody");
        wrong.put("feeds", "ftp://a.example/");

        JsonNode answer = validate(wrong);

        assertThat(answer.path("error_count").asInt()).isEqualTo(2);
        assertThat(errors(answer, "contact")).contains("desk@example.org");
        assertThat(errors(answer, "feeds")).contains("only http and https are accepted");
    }

    private static String errors(JsonNode answer, String field) {
        for (JsonNode config : answer.path("configs")) {
            if (config.at("/value/name").asText().equals(field)) {
                return config.at("/value/errors").toString();
            }
        }
        return "";
    }

    private static JsonNode validate(Map<String, String> settings) {
        return ConnectRest.json(ConnectCluster.get()
                .rest()
                .call("PUT", "connector-plugins/FeedSourceConnector/config/validate", settings));
    }

    private static Map<String, String> shipped() throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode file = json.readTree(Path.of("config/feeds.json").toFile());
        Map<String, String> settings =
                new HashMap<>(json.convertValue(file.path("config"), new TypeReference<Map<String, String>>() {}));
        settings.put("name", file.path("name").asText());
        return settings;
    }
}
