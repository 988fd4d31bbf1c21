package org.tocsin.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.pulsar.kafka.shade.io.confluent.connect.avro.AvroData;
import org.junit.jupiter.api.Test;
import org.tocsin.schemas.Article;

class ArticleRecordTest {

    @Test
    void shouldBeTheContractsArticle() {
        Schema written = new Schema.Parser()
                .parse(new AvroData(100).fromConnectSchema(ArticleRecord.SCHEMA).toString());
        Schema contract = Article.getClassSchema();

        assertThat(written.getFullName()).isEqualTo(contract.getFullName());
        assertThat(written.getFields().stream().map(Schema.Field::name).toList())
                .as("in this order, which the converter writes by the registered schema")
                .isEqualTo(contract.getFields().stream().map(Schema.Field::name).toList());
        for (Schema.Field field : contract.getFields()) {
            assertThat(shape(written.getField(field.name()).schema()))
                    .as(field.name())
                    .isEqualTo(shape(field.schema()));
        }
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(contract, written)
                        .getType())
                .isEqualTo(SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE);
    }

    @Test
    void shouldCutAtWholeParagraphsElseWordsElseCharacters() {
        assertThat(ArticleRecord.bounded("one two\n\nthree", 12)).isEqualTo("one two");
        assertThat(ArticleRecord.bounded("one two", 6)).isEqualTo("one");
        assertThat(ArticleRecord.bounded("éé", 3)).isEqualTo("é");
        assertThat(ArticleRecord.bounded("éé", 4)).isEqualTo("éé");
    }

    private static String shape(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .map(ArticleRecordTest::shape)
                        .toList()
                        .toString()
                : schema.getType() + ":" + schema.getProp("logicalType");
    }
}
