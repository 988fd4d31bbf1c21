package org.tocsin.connect.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.jspecify.annotations.Nullable;

/** Connect's values as JSON that databases read: dates and instants in ISO 8601, bytes in Base64. */
final class PlainJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlainJson() {}

    static String text(Schema schema, Object value) {
        return node(schema, value).toString();
    }

    private static JsonNode node(Schema schema, @Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        return switch (schema.type()) {
            case STRUCT -> object((Struct) value);
            case ARRAY -> array(schema.valueSchema(), (List<?>) value);
            case MAP -> map(schema, (Map<?, ?>) value);
            case INT8, INT16, INT32, INT64 ->
                value instanceof Date date
                        ? NODES.textNode(moment(String.valueOf(schema.name()), date))
                        : NODES.numberNode(((Number) value).longValue());
            case FLOAT32 -> NODES.numberNode((Float) value);
            case FLOAT64 -> NODES.numberNode((Double) value);
            case BOOLEAN -> NODES.booleanNode((Boolean) value);
            case STRING -> NODES.textNode(value.toString());
            case BYTES -> bytes(value);
        };
    }

    private static ObjectNode object(Struct struct) {
        ObjectNode object = NODES.objectNode();
        for (Field field : struct.schema().fields()) {
            object.set(field.name(), node(field.schema(), struct.get(field)));
        }
        return object;
    }

    private static ArrayNode array(Schema items, List<?> values) {
        ArrayNode array = NODES.arrayNode(values.size());
        values.forEach(value -> array.add(node(items, value)));
        return array;
    }

    private static ObjectNode map(Schema schema, Map<?, ?> values) {
        ObjectNode object = NODES.objectNode();
        values.forEach((key, value) -> object.set(String.valueOf(key), node(schema.valueSchema(), value)));
        return object;
    }

    private static String moment(String logicalName, Date date) {
        return switch (logicalName) {
            case org.apache.kafka.connect.data.Date.LOGICAL_NAME ->
                date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString();
            case Time.LOGICAL_NAME ->
                LocalTime.ofInstant(date.toInstant(), ZoneOffset.UTC).toString();
            default -> date.toInstant().toString();
        };
    }

    private static JsonNode bytes(Object value) {
        if (value instanceof BigDecimal number) {
            return NODES.numberNode(number);
        }
        if (value instanceof byte[] bytes) {
            return NODES.binaryNode(bytes);
        }
        ByteBuffer buffer = ((ByteBuffer) value).duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return NODES.binaryNode(bytes);
    }
}
