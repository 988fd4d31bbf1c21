package org.tocsin.processor.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.processor.tally.TallyFixture.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.schemas.PublisherPulse;

/** An alert says which publishers that usually deliver have been silent: what they would tell is not in its count. */
class SilentPublishersTest {
    private final TallyFixture tally = new TallyFixture(Instant.parse("2020-09-27T15:00:00Z"));

    @AfterEach
    void close() {
        tally.close();
    }

    @Test
    void shouldNameThePublisherThatHasBeenSilentForFiveOfItsUsualGaps() {
        tally.mark(
                "merge-0",
                "2020-09-27T15:00:00Z",
                usual("Meridian Wire", "2020-09-27T14:00:00Z", Duration.ofHours(2)),
                usual("Indus Gazette", "2020-09-27T04:59:00Z", Duration.ofHours(2)),
                usual("Weekly Digest", "2020-09-21T00:00:00Z", Duration.ofDays(7)));

        raise();

        assertThat(silent()).containsExactly("Indus Gazette");
    }

    @Test
    void shouldNameNobodyBeforeSixHoursNorBeforeTenArticles() {
        PublisherPulse seldomHeard = new PublisherPulse(
                "Harbour City News",
                Instant.parse("2020-09-20T00:00:00Z"),
                Duration.ofHours(1).toMillis(),
                9L);
        tally.mark(
                "merge-0",
                "2020-09-27T15:00:00Z",
                usual("Meridian Wire", "2020-09-27T09:01:00Z", Duration.ofMinutes(5)),
                seldomHeard);

        raise();

        assertThat(silent()).isEmpty();
    }

    @Test
    void shouldNameThePublisherNoLongerWhenAnotherTaskHasHeardIt() {
        tally.mark(
                "merge-0", "2020-09-27T15:00:00Z", usual("Indus Gazette", "2020-09-26T15:00:00Z", Duration.ofHours(2)));
        raise();
        assertThat(silent()).containsExactly("Indus Gazette");

        tally.mark(
                "merge-1", "2020-09-27T15:00:00Z", usual("Indus Gazette", "2020-09-27T14:30:00Z", Duration.ofHours(2)));
        tally.report(incident("d", "2020-09-27"));

        assertThat(silent()).isEmpty();
    }

    private static PublisherPulse usual(String name, String lastHeard, Duration gap) {
        return new PublisherPulse(name, Instant.parse(lastHeard), gap.toMillis(), 40L);
    }

    /** The threshold is two. */
    private void raise() {
        for (String id : List.of("a", "b", "c")) {
            tally.report(incident(id, "2020-09-27"));
        }
    }

    private List<String> silent() {
        return tally.alerts.get(tally.alerts.size() - 1).getSilentPublishers();
    }
}
