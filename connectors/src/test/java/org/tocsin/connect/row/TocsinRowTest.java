package org.tocsin.connect.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TocsinRowTest {
    private static final Schema OPTIONAL_DATE =
            org.apache.kafka.connect.data.Date.builder().optional().build();
    private static final Schema RANGE = SchemaBuilder.struct()
            .name("DateRange")
            .field("earliest", org.apache.kafka.connect.data.Date.SCHEMA)
            .field("latestDay", OPTIONAL_DATE)
            .optional()
            .build();
    private static final Schema REPORT = SchemaBuilder.struct()
            .name("ReportRef")
            .field("articleId", Schema.STRING_SCHEMA)
            .field("publishedAt", Timestamp.builder().optional().build())
            .field("on", OPTIONAL_DATE)
            .field("score", Schema.FLOAT64_SCHEMA)
            .build();
    private static final Schema INCIDENT = SchemaBuilder.struct()
            .name("org.tocsin.schemas.Incident")
            .field("incidentId", Schema.STRING_SCHEMA)
            .field("attackDate", RANGE)
            .field("lastReportedAt", Timestamp.SCHEMA)
            .field("reportCount", Schema.INT32_SCHEMA)
            .field("reports", SchemaBuilder.array(REPORT).build())
            .field("publishers", SchemaBuilder.array(Schema.STRING_SCHEMA).build())
            .build();
    private static final Date DAY =
            Date.from(LocalDate.parse("2024-03-12").atStartOfDay(ZoneOffset.UTC).toInstant());
    private static final Date MOMENT = Date.from(Instant.parse("2024-03-12T18:30:00.123Z"));

    private final TocsinRow<SinkRecord> transform = new TocsinRow<>();

    @BeforeEach
    void configure() {
        transform.configure(Map.of("key.column", "incident_id"));
    }

    @AfterEach
    void close() {
        transform.close();
    }

    @Test
    void shouldMakeColumnsOfRecordsAndTextOfLists() {
        Struct incident = incident()
                .put("attackDate", new Struct(RANGE).put("earliest", DAY))
                .put(
                        "reports",
                        List.of(new Struct(REPORT)
                                .put("articleId", "a \"1\"")
                                .put("publishedAt", MOMENT)
                                .put("on", DAY)
                                .put("score", 0.5)));

        Struct row = (Struct) transform.apply(record("i-1", incident)).value();

        assertThat(row.schema().fields().stream().map(f -> f.name()))
                .containsExactly(
                        "incident_id",
                        "attack_date_earliest",
                        "attack_date_latest_day",
                        "last_reported_at",
                        "report_count",
                        "reports",
                        "publishers");
        assertThat(row.get("incident_id")).isEqualTo("i-1");
        assertThat(row.get("attack_date_earliest")).isEqualTo(DAY);
        assertThat(row.get("attack_date_latest_day")).isNull();
        assertThat(row.get("last_reported_at")).isEqualTo(MOMENT);
        assertThat(row.get("report_count")).isEqualTo(3);
        assertThat(row.get("reports"))
                .isEqualTo("[{\"articleId\":\"a \\\"1\\\"\",\"publishedAt\":\"2024-03-12T18:30:00.123Z\","
                        + "\"on\":\"2024-03-12\",\"score\":0.5}]");
        assertThat(row.get("publishers")).isEqualTo("[\"x.example\",\"y.example\"]");
    }

    @Test
    void shouldKeepTypesAndMakeOptionalWhatMayBeAbsent() {
        Schema row = transform.apply(record("i-1", incident())).valueSchema();

        assertThat(row.field("attack_date_earliest").schema()).isEqualTo(OPTIONAL_DATE);
        assertThat(row.field("last_reported_at").schema()).isEqualTo(Timestamp.SCHEMA);
        assertThat(row.field("reports").schema()).isEqualTo(Schema.STRING_SCHEMA);
    }

    @Test
    void shouldLeaveNullWhereARecordIsAbsent() {
        Struct row = (Struct) transform.apply(record("i-1", incident())).value();

        assertThat(row.get("attack_date_earliest")).isNull();
        assertThat(row.get("attack_date_latest_day")).isNull();
    }

    @Test
    void shouldMakeAColumnOfTheKey() {
        SinkRecord row = transform.apply(record("i-1", incident()));

        assertThat(((Struct) row.key()).getString("incident_id")).isEqualTo("i-1");
        assertThat(row.kafkaOffset()).isEqualTo(5);
    }

    @Test
    void shouldKeepDeletions() {
        SinkRecord row = transform.apply(record("i-1", null));

        assertThat(row.value()).isNull();
        assertThat(row.valueSchema()).isNull();
        assertThat(((Struct) row.key()).getString("incident_id")).isEqualTo("i-1");
    }

    @Test
    void shouldRefuseWhatHasNoKeyOrNoSchema() {
        SinkRecord keyless = new SinkRecord("t", 0, null, null, INCIDENT, incident(), 5);
        SinkRecord schemaless = new SinkRecord("t", 0, null, "k", null, Map.of("a", 1), 5);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> transform.apply(keyless))
                .withMessage("the record has no key, and a row needs one");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> transform.apply(schemaless))
                .withMessageContaining("accepted are records with a schema");
    }

    @Test
    void shouldRefuseTwoFieldsOfOneName() {
        Schema same = SchemaBuilder.struct()
                .name("Same")
                .field("aB", Schema.STRING_SCHEMA)
                .field("a_b", Schema.STRING_SCHEMA)
                .build();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> RowPlan.of(same))
                .withMessage("Cannot create field because of field name duplication a_b");
    }

    private static Struct incident() {
        return new Struct(INCIDENT)
                .put("incidentId", "i-1")
                .put("lastReportedAt", MOMENT)
                .put("reportCount", 3)
                .put("reports", List.of())
                .put("publishers", List.of("x.example", "y.example"));
    }

    private static SinkRecord record(String key, @org.jspecify.annotations.Nullable Struct value) {
        return new SinkRecord(
                "tocsin.incidents",
                0,
                Schema.STRING_SCHEMA,
                key,
                value == null ? null : value.schema(),
                value,
                5,
                MOMENT.toInstant().toEpochMilli(),
                TimestampType.CREATE_TIME);
    }
}
