package io.entente.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Checks that the OpenAPI description of a service is complete: that a reader who knows nothing else can call each operation.
 * A response that is typed as an object without fields, or a string without an example, is a gap as much as a missing text.
 */
public final class OpenApiLint {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final int MAX_SUMMARY = 120;
    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonNode document;
    private final List<String> gaps = new ArrayList<>();

    private OpenApiLint(JsonNode document) {
        this.document = document;
    }

    /** Fails with all gaps in the description that a running service publishes, and leaves it in {@code target/openapi.json}. */
    public static void check(RunningService service) throws IOException {
        Answer answer = service.get("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        Files.writeString(Path.of("target", "openapi.json"), answer.json().toPrettyString());
        assertThat(gaps(answer.json())).as("gaps in the API description").isEmpty();
        assertThat(SchemaNames.shared(handlers(service)))
                .as("schemas that describe two types; give the types different names")
                .isEmpty();
    }

    private static List<Method> handlers(RunningService service) {
        List<Method> handlers = service
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .map(HandlerMethod::getMethod)
                .toList();
        assertThat(handlers).isNotEmpty();
        return handlers;
    }

    /** Names each gap in a document; empty if it is complete. */
    public static List<String> gaps(JsonNode document) {
        OpenApiLint lint = new OpenApiLint(document);
        lint.checkInfo();
        lint.checkOperations();
        lint.checkSchemas();
        lint.require(!document.toString().contains("{@"), "descriptions", "contain tags of Javadoc");
        return lint.gaps;
    }

    private void checkInfo() {
        for (String field : List.of("title", "version", "description")) {
            require(hasText(document.path("info"), field), "info", "has no " + field);
        }
    }

    private void checkOperations() {
        Set<String> described = new HashSet<>();
        for (JsonNode tag : document.path("tags")) {
            if (hasText(tag, "description")) {
                described.add(tag.path("name").asString(""));
            }
        }
        int operations = 0;
        Set<String> ids = new HashSet<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations++;
                    String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    checkOperation(name, operation.getValue(), described);
                    if (operation.getKey().equals("post")) {
                        checkCreation(name, operation.getValue());
                    }
                    require(
                            ids.add(operation.getValue().path("operationId").asString("")),
                            name,
                            "has no operationId of its own");
                }
            }
        }
        require(operations > 0, "paths", "has no operation");
    }

    private void checkOperation(String name, JsonNode operation, Set<String> describedTags) {
        String summary = operation.path("summary").asString("");
        require(
                !summary.isBlank() && summary.length() <= MAX_SUMMARY,
                name,
                "needs a summary of at most 120 characters");
        require(hasText(operation, "description"), name, "has no description");
        require(!operation.path("tags").isEmpty(), name, "has no tag");
        for (JsonNode tag : operation.path("tags")) {
            require(
                    describedTags.contains(tag.asString("")),
                    name,
                    "has tag %s, which has no description".formatted(tag));
        }
        for (JsonNode parameter : operation.path("parameters")) {
            checkParameter(name + " parameter " + parameter.path("name").asString(""), parameter);
        }
        if (operation.has("requestBody")) {
            checkContent(name + " request", operation.path("requestBody").path("content"));
        }
        checkResponses(name, operation.path("responses"));
    }

    /** A client that got no answer sends a creation again, so each one must know the key that makes this harmless. */
    private void checkCreation(String name, JsonNode operation) {
        JsonNode responses = operation.path("responses");
        boolean creates = responses.has("201") || responses.has("202");
        boolean keyed = false;
        for (JsonNode parameter : operation.path("parameters")) {
            keyed |= parameter.path("name").asString("").equals("Idempotency-Key");
        }
        require(!creates || keyed, name, "creates something without an Idempotency-Key");
    }

    private void checkParameter(String name, JsonNode parameter) {
        require(hasText(parameter, "description"), name, "has no description");
        checkType(name, parameter.path("schema"), parameter);
    }

    private void checkResponses(String name, JsonNode responses) {
        boolean refusal = false;
        boolean success = false;
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            String status = response.getKey();
            JsonNode content = response.getValue().path("content");
            require(hasText(response.getValue(), "description"), name + " " + status, "has no description");
            refusal |= status.startsWith("4") && content.has("application/problem+json");
            if (status.startsWith("2")) {
                success = true;
                require(!content.isEmpty() || status.equals("204"), name + " " + status, "has no content");
                checkContent(name + " " + status, content);
            }
        }
        require(success, name, "has no successful response");
        require(refusal, name, "has no 4xx response with a problem document");
    }

    private void checkContent(String name, JsonNode content) {
        for (Map.Entry<String, JsonNode> media : content.properties()) {
            JsonNode schema = media.getValue().path("schema");
            require(isTyped(schema), name, "has no typed schema for " + media.getKey());
        }
    }

    private void checkSchemas() {
        for (Map.Entry<String, JsonNode> schema :
                document.path("components").path("schemas").properties()) {
            for (Map.Entry<String, JsonNode> field :
                    schema.getValue().path("properties").properties()) {
                checkType(schema.getKey() + "." + field.getKey(), field.getValue(), field.getValue());
            }
        }
    }

    private void checkType(String name, JsonNode type, JsonNode holder) {
        require(isTyped(type), name, "has no type");
        JsonNode single = type.has("items") ? type.path("items") : type;
        boolean text = single.path("type").asString("").equals("string");
        require(
                !text || single.has("enum") || single.hasNonNull("example") || holder.hasNonNull("example"),
                name,
                "has no example");
    }

    /** Whether a reader learns what the value looks like: an object without fields says nothing. */
    private boolean isTyped(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asString("").substring(SCHEMAS.length());
            return isTyped(document.path("components").path("schemas").path(name));
        }
        for (String composed : List.of("oneOf", "anyOf", "allOf")) {
            if (!schema.path(composed).isEmpty()) {
                return true;
            }
        }
        String type = schema.path("type").asString("");
        return switch (type) {
            case "" -> schema.has("enum") || schema.path("type").isArray();
            case "object" -> !schema.path("properties").isEmpty() || schema.has("additionalProperties");
            case "array" -> isTyped(schema.path("items"));
            default -> true;
        };
    }

    private static boolean hasText(JsonNode node, String field) {
        return !node.path(field).asString("").isBlank();
    }

    private void require(boolean met, String where, String gap) {
        if (!met) {
            gaps.add(where + " " + gap);
        }
    }
}
