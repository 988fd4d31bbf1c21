package org.tocsin.processor.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.RecordJson;

/**
 * The description of the read API: paths and parameters from {@code openapi.json}, the records from the Avro contracts,
 * in the form that {@link RecordJson} gives them.
 */
final class OpenApi {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String FORMAT = "format";

    private OpenApi() {}

    static byte[] document() {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
            ObjectNode document = (ObjectNode) new ObjectMapper().readTree(Objects.requireNonNull(in, "openapi.json"));
            ObjectNode schemas = document.withObject("/components/schemas");
            List.of(Alert.getClassSchema(), Incident.getClassSchema(), DailyTally.getClassSchema())
                    .forEach(schema -> of(schema, schemas));
            return document.toString().getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema of a value; named types are added to those that are known and referred to. */
    private static ObjectNode of(Schema schema, ObjectNode known) {
        return switch (schema.getType()) {
            case RECORD, ENUM -> named(schema, known);
            case UNION -> union(schema, known);
            case ARRAY -> type("array").set("items", of(schema.getElementType(), known));
            case MAP -> type("object").set("additionalProperties", of(schema.getValueType(), known));
            case INT, LONG -> number(schema);
            case FLOAT, DOUBLE -> type("number");
            case BOOLEAN -> type("boolean");
            case NULL -> type("null");
            default -> type("string");
        };
    }

    private static ObjectNode named(Schema schema, ObjectNode known) {
        String name = schema.getName();
        if (!known.has(name)) {
            ObjectNode described = type(schema.getType() == Schema.Type.ENUM ? "string" : "object");
            known.set(name, described);
            if (schema.getDoc() != null) {
                described.put("description", schema.getDoc());
            }
            if (schema.getType() == Schema.Type.ENUM) {
                ArrayNode symbols = described.putArray("enum");
                schema.getEnumSymbols().forEach(symbols::add);
            } else {
                fields(schema, described, known);
            }
        }
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private static void fields(Schema schema, ObjectNode described, ObjectNode known) {
        ObjectNode properties = described.putObject("properties");
        ArrayNode required = described.putArray("required");
        described.put("additionalProperties", false);
        for (Schema.Field field : schema.getFields()) {
            ObjectNode property = of(field.schema(), known);
            if (field.doc() != null) {
                property.put("description", field.doc());
            }
            properties.set(field.name(), property);
            required.add(field.name());
        }
    }

    private static ObjectNode union(Schema schema, ObjectNode known) {
        ObjectNode union = NODES.objectNode();
        ArrayNode branches = union.putArray("anyOf");
        schema.getTypes().forEach(branch -> branches.add(of(branch, known)));
        return union;
    }

    private static ObjectNode number(Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.Date) {
            return type("string").put(FORMAT, "date");
        }
        return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                ? type("string").put(FORMAT, "date-time")
                : type("integer");
    }

    private static ObjectNode type(String name) {
        return NODES.objectNode().put("type", name);
    }
}
