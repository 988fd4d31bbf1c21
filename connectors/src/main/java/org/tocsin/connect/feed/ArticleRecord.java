package org.tocsin.connect.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.source.SourceRecord;

/** Articles as Connect records. A test holds the schema to the contract. */
final class ArticleRecord {
    private static final Schema TIME = Timestamp.builder().optional().build();

    /** The Article of the contracts: converted to Avro it is what the pipeline reads. */
    static final Schema SCHEMA = SchemaBuilder.struct()
            .name("org.tocsin.schemas.Article")
            .field("id", Schema.STRING_SCHEMA)
            .field("url", Schema.OPTIONAL_STRING_SCHEMA)
            .field("source", Schema.OPTIONAL_STRING_SCHEMA)
            .field("title", Schema.OPTIONAL_STRING_SCHEMA)
            .field("body", Schema.STRING_SCHEMA)
            .field("language", Schema.OPTIONAL_STRING_SCHEMA)
            .field("publishedAt", TIME)
            .field("publishedOn", Date.builder().optional().build())
            .field("retrievedAt", TIME)
            .build();

    private ArticleRecord() {}

    /**
     * The record; its key is the article's id.
     *
     * @param body plain text
     * @param retrieved when it was fetched
     */
    static SourceRecord of(
            Entry entry, String body, Instant retrieved, String topic, URI feed, Map<String, String> offset) {
        Item item = entry.item();
        Published published = item.published();
        Struct article = new Struct(SCHEMA)
                .put("id", entry.articleId())
                .put("url", item.link() == null ? null : item.link().toString())
                .put("source", item.source())
                .put("title", item.title())
                .put("body", body)
                .put("language", item.language())
                .put("publishedAt", published.at() == null ? null : java.util.Date.from(published.at()))
                .put(
                        "publishedOn",
                        published.on() == null
                                ? null
                                : java.util.Date.from(published
                                        .on()
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()))
                .put("retrievedAt", java.util.Date.from(retrieved));
        return new SourceRecord(
                FeedState.partition(feed),
                offset,
                topic,
                null,
                Schema.STRING_SCHEMA,
                entry.articleId(),
                SCHEMA,
                article);
    }

    /** The text, no longer than so many bytes of UTF-8: whole paragraphs, else whole words of the first. */
    static String bounded(String text, int maxBytes) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= maxBytes) {
            return text;
        }
        int end = maxBytes;
        while ((bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        String cut = new String(bytes, 0, end, StandardCharsets.UTF_8);
        int paragraph = cut.lastIndexOf("\n\n");
        int word = cut.lastIndexOf(' ');
        int at = paragraph > 0 ? paragraph : word > 0 ? word : cut.length();
        return cut.substring(0, at);
    }
}
