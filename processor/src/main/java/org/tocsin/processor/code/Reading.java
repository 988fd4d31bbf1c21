package org.tocsin.processor.code;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tocsin.processor.time.HighestThree;
import org.tocsin.processor.time.Pulse;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.PublisherPulse;
import org.tocsin.schemas.ReadingMark;
import org.tocsin.schemas.TimeMark;

/** How far a code task has read, and whom; stored and sent at most once a second, when it has moved. */
final class Reading {
    private static final String KEY = "mark";
    private static final int PUBLISHERS = 200;
    private static final int PUBLISHERS_SENT = 50;

    private final KeyValueStore<String, ReadingMark> store;
    private final String source;
    private final Pulse pulse;
    private HighestThree highest;
    private Optional<Instant> sent = Optional.empty();

    Reading(KeyValueStore<String, ReadingMark> store, String source) {
        ReadingMark stored = store.get(KEY);
        ReadingMark last = stored == null ? ReadingMark.newBuilder().build() : stored;
        this.store = store;
        this.source = source;
        this.highest = new HighestThree(last.getHighest());
        this.pulse = new Pulse(last.getPublishers());
    }

    void read(Article article, Instant eventTime) {
        highest = highest.and(eventTime);
        article.getSource().ifPresent(publisher -> pulse.heard(publisher, eventTime));
    }

    Optional<Instant> mark() {
        return highest.mark();
    }

    /** The publishers with most articles that this task has heard, before its last stop too. */
    List<PublisherPulse> publishers() {
        return pulse.most(PUBLISHERS);
    }

    /** The mark, when it has moved since it was last sent. */
    Optional<TimeMark> toSend() {
        Optional<Instant> mark = highest.mark();
        if (mark.isEmpty() || mark.equals(sent)) {
            return Optional.empty();
        }
        sent = mark;
        store.put(KEY, new ReadingMark(highest.times(), pulse.most(PUBLISHERS)));
        return Optional.of(new TimeMark(source, mark.get(), pulse.most(PUBLISHERS_SENT)));
    }
}
