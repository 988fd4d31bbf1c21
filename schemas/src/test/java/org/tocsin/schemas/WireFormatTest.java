package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
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

    private static Serde<Article> serde(String scope) {
        return Topics.ARTICLES.values(AvroSerdes.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://" + scope)));
    }
}
