package org.tocsin.processor.code;

import java.time.Instant;
import java.util.ArrayList;
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
        this.highest = highest(last);
        this.pulse = new Pulse(last.getPublishers());
    }

    void read(Article article, Instant eventTime) {
        highest = highest.and(article.getId(), eventTime);
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
        List<HighestThree.Read> reads = highest.reads();
        store.put(
                KEY,
                new ReadingMark(
                        reads.stream().map(HighestThree.Read::eventTime).toList(),
                        reads.stream().map(HighestThree.Read::articleId).toList(),
                        pulse.most(PUBLISHERS)));
        return Optional.of(new TimeMark(source, mark.get(), pulse.most(PUBLISHERS_SENT)));
    }

    /** An earlier release stored no ids: its three times are those of three unknown articles. */
    private static HighestThree highest(ReadingMark stored) {
        List<Instant> times = stored.getHighest();
        List<String> articles = stored.getArticles();
        List<HighestThree.Read> reads = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            reads.add(new HighestThree.Read(i < articles.size() ? articles.get(i) : "", times.get(i)));
        }
        return new HighestThree(reads);
    }
}
