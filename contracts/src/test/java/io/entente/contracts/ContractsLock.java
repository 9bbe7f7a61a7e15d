package io.entente.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The published shape of every contract, one line per field: schema, field, presence and shape. A line never changes, so the
 * lock only grows. Descriptions and examples are not part of it and may be improved at any time.
 */
record ContractsLock(SortedMap<String, Field> fields) {
    private static final String WHOLE = ".";
    private static final String REQUIRED = "required";
    private static final String DEFINITION = "common.json#/$defs/";
    private static final Set<String> ANNOTATIONS =
            Set.of("$schema", "$id", "$defs", "title", "description", "examples");

    /** A field. The name "." stands for the value as a whole. */
    record Field(String schema, String name, String presence, String shape) {
        String key() {
            return schema + " " + name;
        }

        String line() {
            return key() + " " + presence + " " + shape;
        }
    }

    static ContractsLock of(List<Field> fields) {
        SortedMap<String, Field> byKey = new TreeMap<>();
        fields.forEach(field -> byKey.put(field.key(), field));
        return new ContractsLock(byKey);
    }

    static ContractsLock parse(String text) {
        return of(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 4))
                .map(parts -> new Field(parts[0], parts[1], parts[2], parts[3]))
                .toList());
    }

    static ContractsLock ofSchemas(Map<String, JsonNode> schemas) {
        List<Field> fields = new ArrayList<>();
        schemas.forEach((name, schema) -> {
            addFields(name, schema, fields);
            schema.path("$defs")
                    .properties()
                    .forEach(definition -> addFields(name + "#" + definition.getKey(), definition.getValue(), fields));
        });
        return of(fields);
    }

    String text() {
        return fields.values().stream().map(field -> field.line() + "\n").collect(Collectors.joining());
    }

    /** The changes in the current schemas that would break a reader or a writer of the locked ones. */
    List<String> breaksIn(ContractsLock current) {
        List<String> breaks = new ArrayList<>();
        fields.forEach((key, locked) -> {
            Field now = current.fields.get(key);
            if (now == null) {
                breaks.add(key + " was removed or renamed");
            } else if (!now.presence().equals(locked.presence())) {
                breaks.add(key + " was " + locked.presence() + " and is now " + now.presence());
            } else if (!now.shape().equals(locked.shape())) {
                breaks.add(key + " was " + locked.shape() + " and is now " + now.shape());
            }
        });
        additionsIn(current).stream()
                .filter(added -> added.presence().equals(REQUIRED) && knows(added.schema()))
                .forEach(added -> breaks.add(added.key() + " is new and required"));
        return breaks;
    }

    List<Field> additionsIn(ContractsLock current) {
        return current.fields.values().stream()
                .filter(field -> !fields.containsKey(field.key()))
                .toList();
    }

    private boolean knows(String schema) {
        return fields.containsKey(schema + " " + WHOLE);
    }

    private static void addFields(String name, JsonNode schema, List<Field> fields) {
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        fields.add(new Field(name, WHOLE, "whole", shape(schema)));
        schema.path("properties")
                .properties()
                .forEach(property -> fields.add(new Field(
                        name,
                        property.getKey(),
                        required.contains(property.getKey()) ? REQUIRED : "optional",
                        shape(property.getValue()))));
    }

    /** A schema without its annotations and fields, keywords sorted. A shared definition is represented by its name. */
    private static String shape(JsonNode schema) {
        SortedMap<String, String> keywords = new TreeMap<>();
        schema.properties().stream()
                .filter(keyword -> !ANNOTATIONS.contains(keyword.getKey()))
                .filter(keyword -> !Set.of("properties", "required").contains(keyword.getKey()))
                .forEach(keyword -> keywords.put(keyword.getKey(), argument(keyword.getKey(), keyword.getValue())));
        return keywords.keySet().equals(Set.of("$ref")) ? keywords.get("$ref") : keywords.toString();
    }

    private static String argument(String keyword, JsonNode value) {
        return switch (keyword) {
            case "$ref" -> value.asString().replace(DEFINITION, "").replace("#/$defs/", "");
            case "items" -> shape(value);
            case "anyOf" ->
                value.valueStream().map(ContractsLock::shape).toList().toString();
            default -> value.toString();
        };
    }
}
