package io.entente.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.security.Callers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Checks that a running service refuses an unknown query parameter on every operation, and that the refusal names exactly the
 * parameters that the API description lists.
 */
public final class UnknownParameters {

    /** Some operations are for partners only. */
    private static final int FORBIDDEN = 403;

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String UNKNOWN = "unheardOf";

    private UnknownParameters() {}

    /** Fails with all operations that accept the parameter or answer with other names. */
    public static void check(RunningService service) {
        List<String> faults = new ArrayList<>();
        int operations = 0;
        for (Map.Entry<String, JsonNode> path :
                service.get("/v3/api-docs").json().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations++;
                    addFault(service, path.getKey(), operation.getKey(), operation.getValue(), faults);
                }
            }
        }
        assertThat(operations).as("operations in the API description").isPositive();
        assertThat(faults)
                .as("operations that don't refuse an unknown parameter")
                .isEmpty();
    }

    private static void addFault(
            RunningService service, String path, String method, JsonNode operation, List<String> faults) {
        String target = path.replaceAll("\\{[^}]*}", "x") + "?" + UNKNOWN + "=1";
        Answer answer = answer(service, target, method, operation, Callers.asFirm());
        if (answer.status() == FORBIDDEN) {
            answer = answer(service, target, method, operation, Callers.asPartner("par_1"));
        }
        String expected = refusal(operation);
        if (answer.status() != 400
                || !answer.json()
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString("")
                        .equals(UNKNOWN)
                || !answer.json()
                        .path("errors")
                        .path(0)
                        .path("message")
                        .asString("")
                        .equals(expected)) {
            faults.add("%s %s answers %d %s, not %s".formatted(method, path, answer.status(), answer.body(), expected));
        }
    }

    private static Answer answer(
            RunningService service, String target, String method, JsonNode operation, String caller) {
        return takesFile(operation)
                ? service.postFile(target, "a.csv", new byte[0])
                : service.request(
                        method.toUpperCase(Locale.ROOT),
                        target,
                        method.equals("get") ? null : "{}",
                        "Content-Type: " + mediaType(operation),
                        caller);
    }

    private static boolean takesFile(JsonNode operation) {
        return operation.path("requestBody").path("content").has("multipart/form-data");
    }

    /** The first one that the operation takes, because another one may be refused before the parameters are looked at. */
    private static String mediaType(JsonNode operation) {
        return operation.path("requestBody").path("content").properties().stream()
                .map(Map.Entry::getKey)
                .filter(type -> !type.contains("*"))
                .findFirst()
                .orElse("application/json");
    }

    private static String refusal(JsonNode operation) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asString("").equals("query")) {
                names.add(parameter.path("name").asString(""));
            }
        }
        operation
                .path("requestBody")
                .path("content")
                .path("multipart/form-data")
                .path("schema")
                .path("properties")
                .properties()
                .forEach(field -> names.add(field.getKey()));
        return names.isEmpty()
                ? "is not a parameter of this operation, which has none"
                : "is not a parameter of this operation, which has " + String.join(", ", names);
    }
}
