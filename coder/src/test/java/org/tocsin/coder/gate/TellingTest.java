package org.tocsin.coder.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.incident.Cues;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.incident.TriggerReader;
import org.tocsin.coder.model.Features;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class TellingTest {
    private static final int QUOTED = 0;
    private static final int ASKED = 1;
    private static final int IN_CLAUSE = 2;
    private static final int PLAIN = 3;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "They bombed the bridge on Tuesday.|3",
                "The senator said: \"They bombed the bridge on Tuesday\".|0",
                "Has nobody asked why they bombed the bridge?|1 2",
                "He spoke of the men who bombed the bridge in 1984.|2",
                "\"Enough\", said the mayor on Tuesday after they bombed the bridge.|3"
            })
    void shouldKnowHowAnAttackIsTold(String text, String expected) {
        Set<Integer> told = told(text);

        List<Integer> ways = new ArrayList<>();
        for (int way : List.of(QUOTED, ASKED, IN_CLAUSE, PLAIN)) {
            if (told.contains(way)) {
                ways.add(way);
            }
        }
        assertThat(ways).extracting(String::valueOf).containsExactly(expected.split(" "));
    }

    /** Which of the numbered ways of telling the text's only attack word has. */
    private static Set<Integer> told(String text) {
        Document document = TextReader.read(null, text);
        List<Trigger> triggers = TriggerReader.untrained().read(document);
        assertThat(triggers).hasSize(1);
        Features features = new Features();
        new Telling(Cues.load()).addTo(features, document, triggers);
        Set<Integer> buckets = new HashSet<>();
        for (int i = 0; i < features.size(); i++) {
            buckets.add(features.bucket(i));
        }
        Set<Integer> ways = new HashSet<>();
        for (int way : List.of(QUOTED, ASKED, IN_CLAUSE, PLAIN)) {
            Features one = new Features();
            one.add(Features.mix(Telling.OF_ATTACK, way));
            if (buckets.contains(one.bucket(0))) {
                ways.add(way);
            }
        }
        return ways;
    }
}
