package org.tocsin.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HostQueueTest {
    private static final Instant NOW = Instant.parse("2020-09-28T10:00:00Z");

    private final HostQueue<String> queue = new HostQueue<>(Duration.ofSeconds(2));

    @Test
    void shouldCallAHostOnceAtATimeWithAPause() {
        queue.add("a", "first", NOW, false);
        queue.add("a", "second", NOW, false);

        assertThat(queue.take(NOW, false)).contains("first");
        assertThat(queue.take(NOW.plusSeconds(60), false)).as("busy").isEmpty();
        queue.done("a", NOW.plusSeconds(60));
        assertThat(queue.take(NOW.plusSeconds(61), false)).as("pause").isEmpty();
        assertThat(queue.next()).contains(NOW.plusSeconds(62));
        assertThat(queue.take(NOW.plusSeconds(62), false)).contains("second");
    }

    @Test
    void shouldTakeWhatIsDueFirstOfAllHosts() {
        queue.add("a", "late", NOW.plusSeconds(9), false);
        queue.add("b", "soon", NOW.plusSeconds(5), false);
        queue.add("a", "now", NOW, false);

        assertThat(queue.take(NOW.plusSeconds(10), false)).contains("now");
        assertThat(queue.take(NOW.plusSeconds(10), false)).contains("soon");
        assertThat(queue.take(NOW.plusSeconds(10), false)).isEmpty();
    }

    @Test
    void shouldLeaveAHostAlone() {
        queue.add("a", "job", NOW, false);
        queue.hold("a", NOW.plusSeconds(120));
        queue.hold("a", NOW.plusSeconds(60));

        assertThat(queue.take(NOW.plusSeconds(119), false)).isEmpty();
        assertThat(queue.take(NOW.plusSeconds(120), false)).contains("job");
    }

    @Test
    void shouldLetUrgentJobsPass() {
        queue.add("a", "feed of a", NOW, false);
        queue.add("b", "feed of b", NOW, false);
        queue.add("b", "page of b", NOW, true);

        assertThat(queue.take(NOW, true)).contains("page of b");
        assertThat(queue.take(NOW, true)).isEmpty();
        assertThat(queue.take(NOW, false)).contains("feed of a");
        queue.done("b", NOW);
        queue.sweep(NOW.plusSeconds(60));
        assertThat(queue.take(NOW.plusSeconds(60), false)).contains("feed of b");
    }
}
