package org.tocsin.processor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.Requeued;
import org.tocsin.processor.cli.RequeuePlan.Decision;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.Origin;

class RequeuePlanTest {
    private static final Instant NOON = Instant.parse("2024-03-12T12:00:00Z");
    private static final byte[] VALUE = "the record as it was".getBytes(UTF_8);

    static {
        AvroSerdes.trustOwnRecords();
    }

    private final Map<Origin, SourceRecord> held = new HashMap<>();

    @Test
    void shouldPutTheRecordBackAsItWasWithItsMark() {
        held.put(at(5), new SourceRecord(null, VALUE, new Requeued(List.of()), Optional.empty()));

        assertThat(plan(false, letter("0-1", DeadLetterReason.FAILED, at(5))))
                .singleElement()
                .isInstanceOfSatisfying(Decision.PutBack.class, back -> {
                    assertThat(back.value()).isEqualTo(VALUE);
                    assertThat(back.mark().reasons()).containsExactly(DeadLetterReason.FAILED);
                });
    }

    @Test
    void shouldPutOneRecordBackOnceForAllItsLetters() {
        held.put(at(5), new SourceRecord(null, VALUE, new Requeued(List.of()), Optional.empty()));

        assertThat(plan(
                        false,
                        letter("0-1", DeadLetterReason.TOO_OLD, at(5)),
                        letter("0-2", DeadLetterReason.TOO_OLD, at(5))))
                .extracting(Object::getClass)
                .containsExactly(Decision.PutBack.class, Decision.SameRecord.class);
    }

    @Test
    void shouldRefuseWhatFailedAgainForTheSameCauseUnlessToldSo() {
        Requeued before = new Requeued(List.of(DeadLetterReason.EMPTY));
        held.put(at(5), new SourceRecord(null, VALUE, before, Optional.empty()));

        assertThat(plan(false, letter("0-1", DeadLetterReason.EMPTY, at(5))))
                .singleElement()
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> assertThat(refused.why())
                        .contains("EMPTY", "--again"));
        assertThat(plan(false, letter("0-1", DeadLetterReason.FAILED, at(5))))
                .singleElement()
                .isInstanceOf(Decision.PutBack.class);
        assertThat(plan(true, letter("0-1", DeadLetterReason.EMPTY, at(5))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Decision.PutBack.class,
                        back -> assertThat(back.mark().attempts()).isEqualTo(2));
    }

    @Test
    void shouldNotPutAnOldVersionOverANewerOne() {
        held.put(at(5), new SourceRecord(null, VALUE, new Requeued(List.of()), Optional.of(9L)));

        assertThat(why(letter("0-1", DeadLetterReason.FAILED, at(5)))).contains("newer version", "9");
    }

    @Test
    void shouldSayWhyALetterCannotGoBack() {
        assertThat(why(letter("0-1", DeadLetterReason.FAILED, at(5)))).contains("no longer held");
        assertThat(why(letter("0-1", DeadLetterReason.UNREADABLE, at("tocsin-reports-repartition", 5))))
                .contains("internal topic tocsin-reports-repartition");
        assertThat(why(letter("0-1", line("not json", 8)))).contains("still no article");
        assertThat(why(letter("0-1", line("{\"id\":", 9_000_000)))).contains("only the beginning");
        assertThat(why(letter(
                        "0-1", DeadLetter.newBuilder(line("", 0)).setFile(null).build())))
                .contains("names no article");
    }

    @Test
    void shouldTakeALineThatIsAnArticleAfterAll() {
        assertThat(plan(false, letter("0-1", line("{\"id\":\"a\",\"body\":\"b\"}", 21))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Decision.PutBackLine.class,
                        back -> assertThat(back.article().id()).isEqualTo("a"));
    }

    @Test
    void shouldLeaveWhatWentBackBefore() {
        Letter letter = letter("0-1", DeadLetterReason.FAILED, at(5));

        assertThat(plan(true, new Letter(letter.id(), letter.at(), letter.letter(), Optional.of(NOON))))
                .singleElement()
                .isInstanceOf(Decision.Done.class);
    }

    private String why(Letter letter) {
        return ((Decision.Refused) plan(false, letter).get(0)).why();
    }

    private List<Decision> plan(boolean again, Letter... letters) {
        return new RequeuePlan("tocsin.articles", origin -> Optional.ofNullable(held.get(origin)), again)
                .of(List.of(letters));
    }

    private static Letter letter(String id, DeadLetterReason reason, Origin origin) {
        return letter(
                id,
                DeadLetter.newBuilder()
                        .setReason(reason)
                        .setStage("code")
                        .setMessage("")
                        .setOrigin(origin)
                        .build());
    }

    private static Letter letter(String id, DeadLetter letter) {
        return new Letter(id, NOON, letter, Optional.empty());
    }

    private static DeadLetter line(String line, long bytes) {
        return DeadLetter.newBuilder()
                .setReason(DeadLetterReason.BAD_LINE)
                .setStage("publish")
                .setMessage("")
                .setFile("feed.jsonl")
                .setLine(1L)
                .setPayload(ByteBuffer.wrap(line.getBytes(UTF_8)))
                .setPayloadBytes(bytes)
                .build();
    }

    private static Origin at(long offset) {
        return at("tocsin.articles", offset);
    }

    private static Origin at(String topic, long offset) {
        return Origin.newBuilder()
                .setTopic(topic)
                .setPartition(0)
                .setOffset(offset)
                .setAppendedAt(NOON)
                .build();
    }
}
