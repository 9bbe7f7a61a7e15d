package io.entente.systemtests;

import io.entente.testkit.Answer;
import io.entente.testkit.security.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Sends requests to services, as a person with every role of the firm unless an actor is named. Each has a timeout after which a
 * caller would consider it hanging.
 */
final class Http {

    /** Within this time a command is answered or fails. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private static final String FIRM = TestTokens.shared().of(null);

    private Http() {}

    static Answer get(String url) {
        return send(request(url, FIRM).build());
    }

    /** @param actor such as {@code user:fin-1} */
    static Answer postAs(String actor, String url, String json) {
        return send(post(request(url, TestTokens.shared().of(actor)), json).build());
    }

    /** @param actor such as {@code user:fin-1} */
    static Answer putAs(String actor, String url, String json) {
        return send(request(url, TestTokens.shared().of(actor))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build());
    }

    /** @param headers names and values, alternating */
    static Answer post(String url, String json, String... headers) {
        return send(request(url, json, headers));
    }

    static CompletableFuture<Answer> postAsync(String url, String json, String... headers) {
        return CLIENT.sendAsync(request(url, json, headers), BodyHandlers.ofString())
                .thenApply(Http::answer);
    }

    /** Uploads a file as the multipart field {@code file}. */
    static Answer postFile(String url, byte[] content) {
        String boundary = "system-test-boundary";
        byte[] before = ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file.csv\"\r\n\r\n")
                .formatted(boundary)
                .getBytes(StandardCharsets.UTF_8);
        byte[] after = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
        return send(request(url, FIRM)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(before, content, after)))
                .build());
    }

    private static HttpRequest request(String url, String json, String... headers) {
        HttpRequest.Builder request = post(request(url, FIRM), json);
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private static HttpRequest.Builder request(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder post(HttpRequest.Builder request, String json) {
        return request.header("Content-Type", "application/json")
                .POST(json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    }

    private static Answer send(HttpRequest request) {
        try {
            return answer(CLIENT.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body(), response.headers());
    }
}
