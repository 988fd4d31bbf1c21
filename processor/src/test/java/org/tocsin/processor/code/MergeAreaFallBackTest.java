package org.tocsin.processor.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.Settings;
import org.tocsin.processor.replay.FinalState;
import org.tocsin.processor.replay.Replay;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.Target;
import org.tocsin.schemas.TargetType;
import org.tocsin.schemas.Within;

/** Articles that do not say in which country they report an attack, through the whole pipeline. */
class MergeAreaFallBackTest {
    private static final EventCoder CODER = EventCoder.load();
    private static final Instant PUBLISHED = Instant.parse("2024-03-12T18:00:00Z");
    private static final String PLACELESS = "Gunmen attacked a convoy of the Harbour Guard early on Tuesday and killed "
            + "three of its guards, a spokesman said. The gunmen fled before help came.";

    @Test
    void shouldMergeInThePublishersCountryWhenNothingElseTells() {
        assertThat(area(Watchlist.none(), "https://paper.example.com.ng/convoy", PLACELESS))
                .isEqualTo("CHAD-BASIN");
    }

    @Test
    void shouldMergeWhereTheDatelineIsBeforeWhereThePublisherIs() {
        assertThat(area(
                        Watchlist.none(),
                        "https://paper.example.com.ng/convoy",
                        "LIMA, 12 March (Agency) - " + PLACELESS))
                .isEqualTo("PE");
    }

    @Test
    void shouldMergeWhereTheListedTargetIsBeforeWhereTheArticleWasWritten() {
        Target guard = Target.newBuilder()
                .setId("harbour-guard")
                .setName("Harbour Guard")
                .setType(TargetType.MILITARY)
                .setWithin(new Within("CL", null, null))
                .build();

        assertThat(area(new Watchlist(1, List.of(guard), List.of()), "https://paper.example.com.ng/convoy", PLACELESS))
                .isEqualTo("CL");
    }

    @Test
    void shouldCountAnIncidentOfNoKnownAreaAsPossibleOnly() {
        FinalState state = replay(Watchlist.none(), null, PLACELESS);

        assertThat(state.reports().standing()).extracting(Incident::getArea).containsExactly("ZZ");
        List<DailyTally> targets = state.tallies().values().stream()
                .filter(tally -> tally.getSubject().getKind() == SubjectKind.TARGET)
                .toList();
        assertThat(targets).isNotEmpty().allSatisfy(tally -> {
            assertThat(tally.getCertain()).isZero();
            assertThat(tally.getPossible() + tally.getUndated()).isEqualTo(1);
        });
    }

    private static String area(Watchlist watchlist, String url, String body) {
        List<String> areas = new ArrayList<>();
        replay(watchlist, url, body).reports().standing().forEach(incident -> areas.add(incident.getArea()));
        assertThat(areas).hasSize(1);
        return areas.get(0);
    }

    private static FinalState replay(Watchlist watchlist, @Nullable String url, String body) {
        Settings settings = Settings.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://areas"));
        FinalState state = new FinalState();
        try (Replay replay = new Replay(settings, CODER, watchlist, PUBLISHED)) {
            state.follow(replay);
            replay.publish(
                    Article.newBuilder()
                            .setId("convoy")
                            .setUrl(url)
                            .setTitle("Gunmen kill three guards in attack on convoy")
                            .setBody(body)
                            .setPublishedAt(PUBLISHED)
                            .build(),
                    PUBLISHED);
            replay.settle();
        }
        return state;
    }
}
