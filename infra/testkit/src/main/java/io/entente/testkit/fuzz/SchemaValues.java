package io.entente.testkit.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes values that a schema of an OpenAPI document describes. Its examples come first, because a service can use them. */
final class SchemaValues {

    private static final int MAX_DEPTH = 6;
    private static final int OPTIONAL_PERCENT = 70;
    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

    private final JsonNode document;
    private final Random choices;

    SchemaValues(JsonNode document, Random choices) {
        this.document = document;
        this.choices = choices;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, 0);
    }

    private JsonNode of(JsonNode schema, int depth) {
        JsonNode known = resolved(schema);
        if (known.has("example")) {
            return known.path("example");
        }
        if (known.path("enum").size() > 0) {
            return known.path("enum").path(choices.nextInt(known.path("enum").size()));
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            JsonNode kinds = known.path(choice);
            if (kinds.size() > 0) {
                return of(kinds.path(choices.nextInt(kinds.size())), depth + 1);
            }
        }
        return switch (type(known)) {
            case "object" -> object(known, depth);
            case "array" -> array(known, depth);
            case "integer", "number" -> NODES.numberNode(choices.nextInt(100));
            case "boolean" -> NODES.booleanNode(choices.nextBoolean());
            default -> NODES.stringNode(text(known));
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        List<String> required = schema.path("required")
                .valueStream()
                .map(name -> name.asString())
                .toList();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean wanted = required.contains(property.getKey()) || choices.nextInt(100) < OPTIONAL_PERCENT;
            if (wanted && depth < MAX_DEPTH) {
                object.set(property.getKey(), of(property.getValue(), depth + 1));
            }
        }
        for (JsonNode part : schema.path("allOf")) {
            if (of(part, depth + 1) instanceof ObjectNode more) {
                object.setAll(more);
            }
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = NODES.arrayNode();
        if (depth < MAX_DEPTH) {
            array.add(of(schema.path("items"), depth + 1));
        }
        return array;
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date" -> "2026-03-%02d".formatted(1 + choices.nextInt(28));
            case "date-time" -> "2026-03-%02dT10:00:00Z".formatted(1 + choices.nextInt(28));
            case "email" -> "aisyah@kaya.example";
            default -> "text-" + choices.nextInt(1000);
        };
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static String type(JsonNode schema) {
        if (schema.has("properties") || schema.has("allOf")) {
            return "object";
        }
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asString("") : type.asString("");
    }
}
