package io.entente.benchmarks.flow;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator's browser sends: a file, and looks at how far it is. */
final class ImportRequests {

    private static final String BOUNDARY = "entente-benchmark-boundary";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServiceProcess service;

    ImportRequests(ServiceProcess service) {
        this.service = service;
    }

    /** Sends a file; returns the import's id. */
    String start(Path file) throws IOException {
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"opportunities.csv\"\r\n\r\n"),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        JsonNode started = answer(HttpRequest.newBuilder(service.uri("/api/imports?profile=crm-opportunities"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body));
        return started.path("id").asString();
    }

    JsonNode get(String id) {
        return answer(HttpRequest.newBuilder(service.uri("/api/imports/" + id)));
    }

    /** Whether the service has heard of a partner: it then takes a referral from it. */
    boolean isKnown(String partner) {
        return new SubmissionRequests(service, List.of(partner)).isKnown(partner);
    }

    private JsonNode answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
