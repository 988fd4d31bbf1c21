package org.tocsin.connect.row;

import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * Makes flat rows of Tocsin's records, for sinks that write tables: records inside records become columns, lists JSON
 * text, the record's key a column. A deletion (null value) keeps its key and stays a deletion. Not thread-safe, as
 * Connect calls it from one thread.
 *
 * @param <R> record of a source or a sink
 */
public final class TocsinRow<R extends ConnectRecord<R>> implements Transformation<R>, Versioned {
    static final String KEY_COLUMN = "key.column";

    /** The converter makes one schema object a schema version, few are alive at once. */
    private static final int PLANS = 64;

    private final IdentityHashMap<Schema, RowPlan> plans = new IdentityHashMap<>();
    private String keyColumn = "";
    private Schema keySchema = Schema.STRING_SCHEMA;

    @Override
    public String version() {
        String version = TocsinRow.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public ConfigDef config() {
        return new ConfigDef()
                .define(
                        KEY_COLUMN,
                        ConfigDef.Type.STRING,
                        "id",
                        new ConfigDef.NonEmptyString(),
                        Importance.HIGH,
                        "Column that holds the record's key, for the sink's primary.key.fields. When the value has it "
                                + "too, both are the same column.");
    }

    @Override
    public void configure(Map<String, ?> settings) {
        keyColumn = new AbstractConfig(config(), settings, false).getString(KEY_COLUMN);
        keySchema = SchemaBuilder.struct()
                .name("Key")
                .field(keyColumn, Schema.STRING_SCHEMA)
                .build();
    }

    @Override
    public R apply(R record) {
        if (record.key() == null) {
            throw new DataException("the record has no key, and a row needs one");
        }
        Struct key = new Struct(keySchema).put(keyColumn, record.key().toString());
        @Nullable Struct row = record.value() == null ? null : row(record.value());
        return record.newRecord(
                record.topic(),
                record.kafkaPartition(),
                keySchema,
                key,
                row == null ? null : row.schema(),
                row,
                record.timestamp());
    }

    private Struct row(Object value) {
        if (!(value instanceof Struct struct)) {
            throw new DataException("the value is " + value.getClass().getSimpleName()
                    + "; accepted are records with a schema, as an Avro converter reads them");
        }
        if (plans.size() >= PLANS) {
            plans.clear();
        }
        return plans.computeIfAbsent(struct.schema(), RowPlan::of).row(struct);
    }

    @Override
    public void close() {
        plans.clear();
    }
}
