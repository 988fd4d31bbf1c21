package org.tocsin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeveralCommandTest {
    @Test
    void shouldCountATollOnlyForTheAttackThatHasIt() throws JsonProcessingException {
        List<JsonNode> wanted = List.of(attack("Kano", "7"), attack("Jos", "2"));

        assertThat(SeveralCommand.counts(wanted, List.of(coded("Jos", 2), coded("Kano", 7))))
                .extracting(SeveralCommand.Count::right)
                .containsExactly(2, 2, 0, 0, 2);
        assertThat(SeveralCommand.counts(wanted, List.of(coded("Kano", 2), coded("Jos", 7))))
                .extracting(SeveralCommand.Count::right)
                .containsExactly(2, 0, 0, 0, 2);
    }

    @Test
    void shouldCountAnAttackOnce() throws JsonProcessingException {
        List<JsonNode> wanted = List.of(attack("Kano", "7"), attack("Jos", "null"));
        List<JsonNode> found = List.of(coded("Kano", 7), coded("Kano", 7), coded("Yola", 1));

        assertThat(SeveralCommand.counts(wanted, found))
                .startsWith(new SeveralCommand.Count(2, 3, 2), new SeveralCommand.Count(1, 3, 1));
    }

    private static JsonNode attack(String place, String killed) throws JsonProcessingException {
        return DataSet.JSON.readTree("{\"killed\": " + killed + ", \"place\": {\"name\": \"" + place + "\"}}");
    }

    private static JsonNode coded(String place, int killed) throws JsonProcessingException {
        return attack(place, "{\"min\": " + killed + ", \"max\": " + killed + "}");
    }
}
