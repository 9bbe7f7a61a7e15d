package io.entente.testkit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends every operation of a service requests that are nearly what its OpenAPI document describes: values of the wrong kind, absurd
 * numbers and dates, broken text, missing and unknown fields, broken JSON, odd paths, parameters and headers. Whatever comes is answered
 * with less than 500, and a refusal is a problem document.
 */
public final class ApiFuzz {

    private static final int FAILURE = 500;
    private static final int REFUSED = 400;
    private static final int SHOWN = 500;
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** Path segments as they are sent. */
    private static final List<String> SEGMENTS =
            List.of("%00", "%ff", "%ED%A0%80", "a%2Fb", "..%2F..", ";x=y", "%20", "%F0%9F%98%80", "a%0d%0ab", "-", "0");

    private static final List<String> HEADERS = List.of(
            "If-Match: \"abc\"",
            "If-Match: \"-1\"",
            "If-Match: \"99999999999999999999\"",
            "If-Match: *",
            "If-Match: W/\"1\"",
            "Idempotency-Key: ",
            "Idempotency-Key: " + "k".repeat(300),
            "Accept: text/plain",
            "Accept: application/xml;q=2",
            "Accept-Language: xx-YY-zz, *;q=9",
            "Content-Type: text/plain",
            "Content-Type: application/json; charset=utf-7",
            "Content-Type: nonsense",
            "Content-Encoding: gzip",
            "traceparent: 00-zz-zz-zz",
            "X-Correlation-Id: {}<>;");

    private final RunningService service;
    private final JsonNode document;
    private final Random choices;
    private final SchemaValues values;
    private final Mutations mutations;
    private final List<String> faults = new ArrayList<>();
    private int answers;

    private ApiFuzz(RunningService service, long seed) {
        this.service = service;
        this.document = service.anonymous().get("/v3/api-docs").json();
        this.choices = new Random(seed);
        this.values = new SchemaValues(document, choices);
        this.mutations = new Mutations(choices);
    }

    /**
     * Sends requests to each operation. Fails with every answer that is not as it should be.
     *
     * @param seed decides every choice, so that a failure can be repeated
     * @param rounds requests per operation
     * @return how many answers were looked at
     */
    public static int check(RunningService service, long seed, int rounds) {
        ApiFuzz fuzz = new ApiFuzz(service, seed);
        for (int round = 0; round < rounds; round++) {
            fuzz.everyOperation();
        }
        assertThat(fuzz.faults).as("answers of a fuzz with the seed %d", seed).isEmpty();
        return fuzz.answers;
    }

    private void everyOperation() {
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    send(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue());
                }
            }
        }
    }

    private void send(String method, String path, JsonNode operation) {
        String target = path(path) + query(operation);
        String body = body(operation);
        List<String> headers = new ArrayList<>();
        if (choices.nextInt(4) == 0) {
            headers.add(HEADERS.get(choices.nextInt(HEADERS.size())));
        }
        Answer answer = service.request(method, target, body, headers.toArray(String[]::new));
        answers++;
        if (!isGood(answer)) {
            faults.add("%s %s %s with %s is answered with %d: %s"
                    .formatted(method, target, headers, shown(body), answer.status(), shown(answer.body())));
        }
    }

    private static boolean isGood(Answer answer) {
        if (answer.status() >= FAILURE) {
            return false;
        }
        return answer.status() < REFUSED
                || answer.header("Content-Type").orElse("").startsWith("application/problem+json");
    }

    private String path(String template) {
        StringBuilder path = new StringBuilder();
        for (String segment : template.substring(1).split("/")) {
            path.append('/').append(segment.startsWith("{") ? variable() : segment);
        }
        return path.toString();
    }

    private String variable() {
        return switch (choices.nextInt(3)) {
            case 0 -> SEGMENTS.get(choices.nextInt(SEGMENTS.size()));
            case 1 -> encoded(mutations.text());
            default -> "par_01m8hz6va5eh3adas4vqmnt6yz";
        };
    }

    private String query(JsonNode operation) {
        List<String> parameters = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            boolean wanted = parameter.path("required").asBoolean(false) || choices.nextInt(3) == 0;
            if (wanted && parameter.path("in").asString("").equals("query")) {
                parameters.add(parameter.path("name").asString() + "=" + value(parameter));
            }
        }
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    private String value(JsonNode parameter) {
        if (choices.nextBoolean()) {
            return encoded(mutations.text());
        }
        JsonNode value = parameter.has("example") ? parameter.path("example") : values.of(parameter.path("schema"));
        return encoded(value.isContainer() ? value.toString() : value.asString(""));
    }

    private @Nullable String body(JsonNode operation) {
        JsonNode json = operation.path("requestBody").path("content").path("application/json");
        if (json.isMissingNode()) {
            return operation.has("requestBody") ? mutations.text() : null;
        }
        JsonNode body = json.has("example") ? json.path("example") : values.of(json.path("schema"));
        return choices.nextInt(5) == 0 ? JsonMapper.shared().writeValueAsString(body) : mutations.of(body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String shown(@Nullable String text) {
        return text == null || text.length() <= SHOWN ? String.valueOf(text) : text.substring(0, SHOWN) + " …";
    }
}
