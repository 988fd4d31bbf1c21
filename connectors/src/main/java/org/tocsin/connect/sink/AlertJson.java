package org.tocsin.connect.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Avro records as JSON that people read: dates and instants in ISO 8601, enums by name, unions without their type. */
final class AlertJson {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AlertJson() {}

    /** The record with all its fields in their order; absent ones are null. */
    static ObjectNode of(SpecificRecord avro) {
        ObjectNode json = NODES.objectNode();
        for (Schema.Field field : avro.getSchema().getFields()) {
            json.set(field.name(), value(avro.get(field.pos())));
        }
        return json;
    }

    private static JsonNode value(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof SpecificRecord avro) {
            return of(avro);
        }
        if (value instanceof List<?> list) {
            ArrayNode items = NODES.arrayNode(list.size());
            list.forEach(item -> items.add(value(item)));
            return items;
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        // LocalDate, Instant, enums and strings write themselves.
        return NODES.textNode(value.toString());
    }
}
