package io.entente.benchmarks.flow;

import io.entente.benchmarks.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does what an operator's browser does: uploads a file and follows the progress. */
final class ImportRequests {

    private static final String BOUNDARY = "entente-benchmark-boundary";
    private static final int UNAVAILABLE = 503;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServiceProcess service;

    ImportRequests(ServiceProcess service) {
        this.service = service;
    }

    /** Uploads a file and returns the import's id. */
    String start(Path file) throws IOException {
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"opportunities.csv\"\r\n\r\n"),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        JsonNode started = read(sent(service.request("/api/imports?profile=crm-opportunities")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body)));
        return started.path("id").asString();
    }

    /** The import's progress. Repeats the request while the service is unavailable because its store is busy with the import. */
    JsonNode get(String id) {
        HttpRequest.Builder request = service.request("/api/imports/" + id);
        AtomicReference<@Nullable JsonNode> now = new AtomicReference<>();
        Await.until("an answer", () -> {
            HttpResponse<String> answer = sent(request);
            now.set(answer.statusCode() == UNAVAILABLE ? null : read(answer));
            return now.get() != null;
        });
        return Objects.requireNonNull(now.get());
    }

    /** Whether the service knows a partner and therefore accepts its referrals. */
    boolean isKnown(String partner) {
        return new SubmissionRequests(service, List.of(partner)).isKnown(partner);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
