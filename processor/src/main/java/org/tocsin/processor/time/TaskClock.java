package org.tocsin.processor.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tocsin.schemas.PipelineTime;
import org.tocsin.schemas.TimeMark;

/** A task's {@link PipelineClock} and publishers' {@link Pulse}, kept in a store. */
public final class TaskClock {
    private static final String KEY = "time";
    private static final int PUBLISHERS = 200;
    private static final int PUBLISHERS_PASSED_ON = 50;

    private final KeyValueStore<String, PipelineTime> store;
    private final PipelineClock clock;
    private final Pulse pulse;
    private Optional<Instant> saved;
    private Optional<Instant> since;
    private Optional<Instant> passedOn = Optional.empty();

    /** Goes on from what the store holds; {@code now} is the wall clock. */
    public TaskClock(KeyValueStore<String, PipelineTime> store, Duration idleAfter, Instant now) {
        PipelineTime stored = store.get(KEY);
        PipelineTime last = stored == null ? PipelineTime.newBuilder().build() : stored;
        this.store = store;
        this.saved = last.getTime();
        this.since = last.getSince();
        this.clock =
                new PipelineClock(idleAfter, last.getMarks(), last.getTime().orElse(null), now);
        this.pulse = new Pulse(last.getPublishers());
    }

    /** Takes a mark and stores what it changed. */
    public void take(TimeMark mark, Instant now) {
        mark.getPublishers().forEach(pulse::take);
        if (clock.mark(mark.getSource(), mark.getEventTime(), now)) {
            put();
        }
    }

    /** Pipeline time at this wall clock; empty until the first mark. */
    public Optional<Instant> time(Instant now) {
        clock.tick(now);
        return clock.time();
    }

    /** Stores the time if it has moved since, so that what was published under it is never ahead of it. */
    public void save() {
        if (!clock.time().equals(saved)) {
            put();
        }
    }

    /** Publishers that usually deliver and are silent now. */
    public List<String> silentPublishers() {
        return clock.time().map(pulse::silentAt).orElse(List.of());
    }

    /** True when all news of this time has been read: nothing of it before the first mark, nor after pipeline time. */
    public boolean hasRead(Instant from, Instant through) {
        return since.filter(first -> !from.isBefore(first)).isPresent()
                && clock.time().filter(time -> !through.isAfter(time)).isPresent();
    }

    /** The mark for the next stage when it has moved by news since the last call; the wall clock alone sends nothing. */
    public Optional<TimeMark> toPassOn(String source) {
        Optional<Instant> time = saved;
        if (time.isEmpty() || time.equals(passedOn)) {
            return Optional.empty();
        }
        passedOn = time;
        return Optional.of(new TimeMark(source, time.get(), pulse.most(PUBLISHERS_PASSED_ON)));
    }

    private void put() {
        saved = clock.time();
        since = since.or(() -> saved);
        store.put(
                KEY,
                PipelineTime.newBuilder()
                        .setMarks(clock.marks())
                        .setTime(saved.orElse(null))
                        .setSince(since.orElse(null))
                        .setPublishers(pulse.most(PUBLISHERS))
                        .build());
    }
}
