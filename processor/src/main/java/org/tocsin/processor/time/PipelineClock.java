package org.tocsin.processor.time;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task's pipeline time: the least mark of the inputs that are not idle; with all inputs idle it moves on with the
 * wall clock. It never goes back, and it never moves for time when the task was down.
 *
 * <p>An input is idle when its mark has not moved for {@code idleAfter} of running, as Flink treats idle sources. So a
 * quiet night closes a day and an outage does not, and a replay of old news behaves as those days did.
 *
 * <p>Not thread-safe; one per task. The wall clock comes in through parameters.
 */
public final class PipelineClock {
    private final Duration idleAfter;
    private final Map<String, Instant> marks;
    private final Map<String, Instant> lastMoved = new HashMap<>();
    private @Nullable Instant time;
    private Instant lastTick;

    /**
     * @param marks newest mark of each input as stored
     * @param time pipeline time as stored; null when there was none yet
     * @param now wall clock at the start of running
     */
    public PipelineClock(Duration idleAfter, Map<String, Instant> marks, @Nullable Instant time, Instant now) {
        this.idleAfter = idleAfter;
        this.marks = new HashMap<>(marks);
        this.time = time;
        this.lastTick = now;
        marks.keySet().forEach(source -> lastMoved.put(source, now));
    }

    /** Takes an input's mark; true when it moved. A mark never goes back. */
    public boolean mark(String source, Instant eventTime, Instant now) {
        tick(now);
        Instant old = marks.get(source);
        if (old != null && !eventTime.isAfter(old)) {
            return false;
        }
        marks.put(source, eventTime);
        lastMoved.put(source, now);
        raise(leastActive(now));
        return true;
    }

    /** Lets the wall clock pass. */
    public void tick(Instant now) {
        if (!now.isAfter(lastTick)) {
            return;
        }
        Instant allIdleSince = lastTick;
        for (Instant moved : lastMoved.values()) {
            Instant idle = moved.plus(idleAfter);
            allIdleSince = idle.isAfter(allIdleSince) ? idle : allIdleSince;
        }
        if (time != null && now.isAfter(allIdleSince)) {
            time = time.plus(Duration.between(allIdleSince, now));
        } else {
            raise(leastActive(now));
        }
        lastTick = now;
    }

    /** Pipeline time; empty until the first input has a mark. */
    public Optional<Instant> time() {
        return Optional.ofNullable(time);
    }

    /** The newest mark of each input. */
    public Map<String, Instant> marks() {
        return Map.copyOf(marks);
    }

    private @Nullable Instant leastActive(Instant now) {
        Instant least = null;
        for (Map.Entry<String, Instant> mark : marks.entrySet()) {
            Instant moved = lastMoved.getOrDefault(mark.getKey(), now);
            boolean active = now.isBefore(moved.plus(idleAfter));
            if (active && (least == null || mark.getValue().isBefore(least))) {
                least = mark.getValue();
            }
        }
        return least;
    }

    private void raise(@Nullable Instant to) {
        if (to != null && (time == null || to.isAfter(time))) {
            time = to;
        }
    }
}
