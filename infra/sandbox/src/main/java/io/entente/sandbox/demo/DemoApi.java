package io.entente.sandbox.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the REST APIs of the services. Any unexpected response ends the demo. */
final class DemoApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Set<Integer> SUCCESS = Set.of(200, 201, 202);
    private static final String BOUNDARY = "entente-demo-boundary";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    record Response(int status, JsonNode body) {

        boolean isSuccess() {
            return SUCCESS.contains(status);
        }
    }

    JsonNode get(String url, String token) {
        return required("GET", url, send(request(url, token).GET().build()));
    }

    /**
     * Sends a command.
     *
     * @param token of the person who sends it
     * @param key the idempotency key; absent if the request itself is idempotent
     */
    JsonNode post(String url, String token, @Nullable Object body, @Nullable String key) {
        return required("POST", url, tryPost(url, token, body, key));
    }

    Response tryPost(String url, String token, @Nullable Object body, @Nullable String key) {
        HttpRequest.Builder request = request(url, token)
                .header("Content-Type", "application/json")
                .POST(
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request.build());
    }

    /** Uploads a CSV file as the multipart field {@code file}. */
    JsonNode upload(String url, String token, String fileName, String csv) {
        String body =
                """
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%2$s"\r
                Content-Type: text/csv; charset=UTF-8\r
                \r
                %3$s\r
                --%1$s--\r
                """
                        .formatted(BOUNDARY, fileName, csv);
        HttpRequest request = request(url, token)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body, UTF_8))
                .build();
        return required("POST", url, send(request));
    }

    /** Repeats a request until the response is as expected, because services learn of each other's changes with a short delay. */
    <T> T await(String what, Supplier<T> question, Predicate<T> expected) {
        long deadline = System.nanoTime() + TIME_LIMIT.toNanos();
        for (T answer = question.get(); ; answer = question.get()) {
            if (expected.test(answer)) {
                return answer;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new DemoFailedException("Waited %d s for %s. The last response was: %s"
                        .formatted(TIME_LIMIT.toSeconds(), what, answer));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    static JsonNode required(String method, String url, Response answer) {
        if (!answer.isSuccess()) {
            throw new DemoFailedException(
                    "%s %s returned %d: %s".formatted(method, url, answer.status(), answer.body()));
        }
        return answer.body();
    }

    private static HttpRequest.Builder request(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).header("Authorization", "Bearer " + token);
    }

    private Response send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Response(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new DemoFailedException("%s %s: %s".formatted(request.method(), request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailedException("The demo was interrupted", e);
        }
    }
}
