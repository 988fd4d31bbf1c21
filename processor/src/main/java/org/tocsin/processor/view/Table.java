package org.tocsin.processor.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/** A topic as it is kept: its newest records, in an order to page through. */
public final class Table<T extends SpecificRecord> {
    /** Newest day first. */
    public static final Table<Alert> ALERTS =
            new Table<>('a', "alerts", Topics.ALERTS, a -> newestFirst(a.getDate()) + a.getAlertId());

    /** Newest day first. */
    public static final Table<Incident> INCIDENTS =
            new Table<>('i', "incidents", Topics.INCIDENTS, i -> newestFirst(day(i)) + i.getIncidentId());

    /** By subject, newest day first. */
    public static final Table<DailyTally> DAYS = new Table<>(
            'd',
            "days",
            Topics.DAILY_COUNTS,
            d -> ofSubject(SubjectKeys.subjectKey(d.getSubject())) + newestFirst(d.getDate()));

    /** After each order that starts with a text, and before each that starts with a later one. */
    public static final String AFTER_ALL = "~";

    private static final int HIGHEST_DAY = 99_999_999;

    private final char tag;
    private final String name;
    private final Topic<T> topic;
    private final Function<T, String> order;
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    private Table(char tag, String name, Topic<T> topic, Function<T, String> order) {
        this.tag = tag;
        this.name = name;
        this.topic = topic;
        this.order = order;
        SpecificData data = SpecificData.getForClass(topic.type());
        this.encoder = new BinaryMessageEncoder<>(data, data.getSchema(topic.type()));
        this.decoder = new BinaryMessageDecoder<>(data, data.getSchema(topic.type()));
    }

    /** What it is called in positions. */
    public String name() {
        return name;
    }

    /** Where orders of this day start. */
    public static String newestFirst(LocalDate date) {
        int day = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
        return "%08d".formatted(Math.max(0, HIGHEST_DAY - day));
    }

    /** Where orders of this subject start. */
    public static String ofSubject(String subjectKey) {
        return subjectKey + "|";
    }

    /** The last day that the attack may have been on; of its first report when none is known. */
    private static LocalDate day(Incident incident) {
        return incident.getAttackDate().map(DateRange::getLatest).orElseGet(() -> incident.getFirstReportedAt()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate());
    }

    char tag() {
        return tag;
    }

    Topic<T> topic() {
        return topic;
    }

    String order(T record) {
        return order.apply(record);
    }

    ByteBuffer bytes(T record) {
        try {
            return encoder.encode(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    T record(ByteBuffer bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
