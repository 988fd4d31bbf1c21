package org.tocsin.processor.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Promise 8, the clock: a wrong date moves nothing, an outage is not time, and time never goes back. */
class PipelineClockTest {
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2024-01-10T00:00:00Z");
    private static final Instant NEWS = Instant.parse("2024-01-09T12:00:00Z");
    private static final Instant AHEAD = Instant.parse("2099-01-01T00:00:00Z");

    @Test
    void shouldNotMoveForOneOrTwoArticlesDatedAhead() {
        HighestThree read = threeArticles().and("ahead", AHEAD).and("ahead-too", AHEAD);

        assertThat(read.mark()).contains(NEWS);
        assertThat(read.and("third", AHEAD).mark()).contains(AHEAD);
    }

    @Test
    void shouldNotMoveForOneArticleDatedAheadHoweverOftenItComes() {
        HighestThree read = threeArticles();
        for (int time = 0; time < 5; time++) {
            read = read.and("ahead", AHEAD.plusSeconds(time));
        }

        assertThat(read.mark()).contains(NEWS);
    }

    @Test
    void shouldHaveNoMarkBeforeThreeArticles() {
        HighestThree two = HighestThree.none().and("a", NEWS).and("b", NEWS);

        assertThat(two.mark()).isEmpty();
        assertThat(two.and("a", NEWS.plusSeconds(1)).mark()).isEmpty();
    }

    private static HighestThree threeArticles() {
        return HighestThree.none().and("a", NEWS).and("b", NEWS).and("c", NEWS);
    }

    @Test
    void shouldFollowTheSlowestInput() {
        PipelineClock clock = new PipelineClock(IDLE, Map.of(), null, NOW);
        clock.mark("fast", NEWS.plusSeconds(3600), NOW);
        clock.mark("slow", NEWS, NOW);

        assertThat(clock.time()).contains(NEWS.plusSeconds(3600));
        clock.mark("slow", NEWS.plusSeconds(7200), NOW);
        assertThat(clock.time()).contains(NEWS.plusSeconds(3600));
        clock.mark("fast", NEWS.plusSeconds(9000), NOW);
        assertThat(clock.time()).contains(NEWS.plusSeconds(7200));
    }

    @Test
    void shouldMoveOnWithTheWallClockWhenAllInputsAreIdle() {
        PipelineClock clock = new PipelineClock(IDLE, Map.of(), null, NOW);
        clock.mark("only", NEWS, NOW);

        clock.tick(NOW.plus(IDLE).plusSeconds(600));

        assertThat(clock.time()).contains(NEWS.plusSeconds(600));
    }

    @Test
    void shouldNotCountFourDaysOfOutageAsTime() {
        PipelineClock before = new PipelineClock(IDLE, Map.of(), null, NOW);
        before.mark("only", NEWS, NOW);
        Instant restart = NOW.plus(Duration.ofDays(4));

        PipelineClock after = new PipelineClock(IDLE, before.marks(), NEWS, restart);
        after.tick(restart.plusSeconds(30));

        assertThat(after.time()).contains(NEWS);
    }

    @Test
    void shouldNeverGoBack() {
        PipelineClock clock = new PipelineClock(IDLE, Map.of(), null, NOW);
        clock.mark("only", NEWS, NOW);

        assertThat(clock.mark("only", NEWS.minusSeconds(1), NOW)).isFalse();
        assertThat(clock.time()).contains(NEWS);
    }
}
