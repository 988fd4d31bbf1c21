package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** Confluent's wire format, byte by byte: other producers and consumers rely on it. */
class WireFormatTest {
    private static final Article ARTICLE = Article.newBuilder()
            .setId("a1")
            .setSource("S")
            .setBody("B")
            .setPublishedAt(Instant.parse("2020-09-28T10:00:00Z"))
            .setPublishedOn(LocalDate.parse("2020-09-28"))
            .build();

    /** Magic 0 and schema id 1; then the fields in order, a union's branch before its value, lengths and numbers zigzag. */
    private static final String BYTES = "00" + "00000001"
            + "046131" // id: 2 bytes
            + "00" // url: null
            + "020253" // source: branch 1, 1 byte
            + "00" // title: null
            + "0242" // body
            + "00" // language: null
            + "0280f4bcc29a5d" // publishedAt: branch 1, 1601287200000 ms
            + "02caa102" // publishedOn: branch 1, day 18533
            + "00"; // retrievedAt: null

    @Test
    void shouldWriteTheseBytes() {
        try (Serde<Article> serde = serde("wire-golden")) {
            byte[] written = serde.serializer().serialize("tocsin.articles", ARTICLE);
            assertThat(HexFormat.of().formatHex(written)).isEqualTo(BYTES);
        }
    }

    @Test
    void shouldReadWhatItWrote() {
        try (Serde<Article> serde = serde("wire-round-trip")) {
            byte[] written = serde.serializer().serialize("tocsin.articles", ARTICLE);
            assertThat(serde.deserializer().deserialize("tocsin.articles", written))
                    .isEqualTo(ARTICLE);
        }
    }

    @Test
    void shouldCompareWhatItReadWithInstantsInArrays() {
        Origin origin = new Origin("tocsin.articles", 0, 7L, Instant.parse("2020-09-28T10:00:00Z"));
        ReportRef report = ReportRef.newBuilder()
                .setReportId("r1")
                .setArticleId("a1")
                .setPublishedAt(Instant.parse("2020-09-28T09:00:00Z"))
                .setOrigin(origin)
                .build();
        CountedIncident incident = CountedIncident.newBuilder()
                .setIncidentId("i1")
                .setRevision(1)
                .setAttackDate(new DateRange(LocalDate.parse("2020-09-27"), LocalDate.parse("2020-09-27")))
                .setZone("Asia/Baghdad")
                .setCertain(true)
                .setConfidence(0.9)
                .setPublishers(1)
                .setAttackType(AttackType.BOMBING_EXPLOSION)
                .setStage(Stage.ACCOMPLISHED)
                .setFirstReportedAt(Instant.parse("2020-09-28T09:00:00Z"))
                .setEvidence(List.of(report))
                .build();
        AvroSerdes serdes = AvroSerdes.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://wire-equality"));
        try (Serde<CountedIncident> serde = serdes.values(CountedIncident.class)) {
            byte[] written = serde.serializer().serialize("equality", incident);
            CountedIncident one = serde.deserializer().deserialize("equality", written);
            CountedIncident other = serde.deserializer().deserialize("equality", written);
            assertThat(one).isEqualTo(other).isEqualTo(incident);
        }
    }

    private static Serde<Article> serde(String scope) {
        return Topics.ARTICLES.values(AvroSerdes.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://" + scope)));
    }
}
