package io.entente.testkit.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes a body so that it is no longer what its schema asks for, and writes it as text. */
final class Mutations {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DEPTH = 3_000;
    private static final int LENGTH = 20_000;
    private static final int MAX_CHANGES = 3;
    private static final int CUT_PERCENT = 5;

    /** JSON text that takes the place of a value. Some of it no JSON library writes. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "\"\"",
            "\" \"",
            "0",
            "-1",
            "0.1",
            "-0.0",
            "1e400",
            "1E-400",
            "1e2147483647",
            "9223372036854775808",
            "123456789012345678901234567890",
            "\"1e400\"",
            "\"999999999999999999999999.99\"",
            "\"-1.00\"",
            "\"NaN\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"a\\u202eb\"",
            "\"\\u200b\\u200b\"",
            "\"😀𝒳ﷺ\"",
            "\"2026-02-30\"",
            "\"+999999999-12-31\"",
            "\"2026-03-31T25:61:00Z\"",
            "\"P999999999999D\"",
            "\"PT-1S\"",
            "\"Europe/Nowhere\"",
            "\"XXX\"",
            "\"../../etc/passwd\"",
            "\"<script>alert(1)</script>\"",
            "\"=1+1\"",
            "\"line\\r\\nInjected: header\"",
            "{\"$gt\":\"\"}",
            "{\"a\":1,\"a\":2}",
            "[null]",
            "[[[]]]",
            "NaN",
            "'single'",
            "\"" + "x".repeat(LENGTH) + "\"",
            "[".repeat(DEPTH) + "]".repeat(DEPTH));

    private static final String MARK = "entente-fuzz-";

    private final Random choices;

    Mutations(Random choices) {
        this.choices = choices;
    }

    /** The body with one to three changes, sometimes cut off. */
    String of(JsonNode body) {
        JsonNode changed = body.deepCopy();
        int changes = 1 + choices.nextInt(MAX_CHANGES);
        for (int i = 0; i < changes; i++) {
            changed = change(changed);
        }
        String text = written(changed);
        return choices.nextInt(100) < CUT_PERCENT ? text.substring(0, choices.nextInt(text.length() + 1)) : text;
    }

    /** A text such as a path variable or a parameter of a query can have. */
    String text() {
        String value = VALUES.get(choices.nextInt(VALUES.size()));
        return value.length() > 200 ? value.substring(0, 200) : value;
    }

    private JsonNode change(JsonNode body) {
        List<ContainerNode<?>> containers = new ArrayList<>();
        collect(body, containers);
        if (containers.isEmpty()) {
            return mark();
        }
        ContainerNode<?> container = containers.get(choices.nextInt(containers.size()));
        if (container instanceof ObjectNode object) {
            change(object);
        } else if (container instanceof ArrayNode array) {
            array.add(mark());
        }
        return body;
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>(object.propertyNames());
        if (names.isEmpty()) {
            object.set("unknown", mark());
            return;
        }
        String name = names.get(choices.nextInt(names.size()));
        switch (choices.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set("unknown-" + name, mark());
            default -> object.set(name, mark());
        }
    }

    /** Stands for one of the values until the body is text. */
    private JsonNode mark() {
        return JSON.getNodeFactory().stringNode(MARK + choices.nextInt(VALUES.size()) + "-");
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> containers) {
        if (node instanceof ContainerNode<?> container) {
            containers.add(container);
        }
        node.forEach(child -> collect(child, containers));
    }

    private static String written(JsonNode body) {
        String text = JSON.writeValueAsString(body);
        for (int i = 0; i < VALUES.size(); i++) {
            text = text.replace("\"" + MARK + i + "-\"", VALUES.get(i));
        }
        return text;
    }
}
