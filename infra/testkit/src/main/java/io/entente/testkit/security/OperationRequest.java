package io.entente.testkit.security;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request of one operation as the OpenAPI document describes it, with a body that has no fields unless a test gives one.
 *
 * @param mediaType of the body
 * @param takesPartner whether the query can name a partner
 */
record OperationRequest(String method, String mediaType, boolean takesPartner) {

    static OperationRequest of(OperationRow row, JsonNode document) {
        JsonNode operation =
                document.path("paths").path(row.path()).path(row.method().toLowerCase(Locale.ROOT));
        String mediaType = operation.path("requestBody").path("content").properties().stream()
                .map(Map.Entry::getKey)
                .filter(type -> !type.contains("*"))
                .findFirst()
                .orElse("application/json");
        boolean takesPartner = operation
                .path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.path("in").asString("").equals("query")
                        && parameter.path("name").asString("").equals("partnerId"));
        return new OperationRequest(row.method(), mediaType, takesPartner);
    }

    /** @param token null for a request without one */
    Answer send(RunningService service, @Nullable String token, String path, @Nullable String body) {
        RunningService.Client client = token == null ? service.anonymous() : service.as(token);
        boolean reads = method.equals("GET");
        String type = mediaType.startsWith("multipart/") ? mediaType + "; boundary=none" : mediaType;
        return client.request(method, path, reads ? null : body == null ? "{}" : body, "Content-Type: " + type);
    }
}
