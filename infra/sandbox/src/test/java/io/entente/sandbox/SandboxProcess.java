package io.entente.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox in its own JVM, with the same flags as in real use, accessed as users do. */
final class SandboxProcess implements AutoCloseable {

    /** Much longer than the 45 s that a start may take, because other builds may run at the same time. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(150);

    private static final Duration EXIT_PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final List<Integer> ports;
    private final Collection<String> output = new ConcurrentLinkedQueue<>();
    private final Collection<String> errors = new ConcurrentLinkedQueue<>();
    private final List<Thread> readers = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private SandboxProcess(Process process, List<Integer> ports) {
        this.process = process;
        this.ports = ports;
        readers.add(read(process.getInputStream(), output));
        readers.add(read(process.getErrorStream(), errors));
    }

    /** One port for each port of the sandbox. */
    static List<Integer> freePorts() {
        return FreePorts.find(SandboxPort.all().size());
    }

    static SandboxProcess start(List<Integer> ports, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(
                System.getProperty("sandbox.jvm.flags", "-Xmx512m").split(" ")));
        command.add(Sandbox.class.getName());
        for (int i = 0; i < ports.size(); i++) {
            command.add("--%s=%d".formatted(SandboxPort.all().get(i).option(), ports.get(i)));
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            return new SandboxProcess(builder.start(), ports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a line with this text. Fails if the process ends before. */
    String awaitLine(String text) {
        return Awaitility.await("'" + text + "' from the sandbox")
                .atMost(START_PATIENCE)
                .failFast("the sandbox ended", () -> assertThat(process.isAlive())
                        .as("running; it said %s", errors)
                        .isTrue())
                .until(() -> line(text), line -> !line.isEmpty());
    }

    private String line(String text) {
        return output.stream().filter(line -> line.contains(text)).findFirst().orElse("");
    }

    String output() {
        return String.join("\n", output);
    }

    Collection<String> errors() {
        return errors;
    }

    /** Like {@code kill -9}. */
    void kill() {
        process.toHandle().destroyForcibly();
        awaitExit(EXIT_PATIENCE);
    }

    /** Like {@code kill} and Ctrl-C. The handle leaves the output open; {@code Process.destroy} would close it. */
    void terminate() {
        process.toHandle().destroy();
    }

    int awaitExit(Duration patience) {
        try {
            assertThat(process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
                    .as("ended within %s", patience)
                    .isTrue();
            for (Thread reader : readers) {
                reader.join();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int awaitExit() {
        return awaitExit(EXIT_PATIENCE);
    }

    String url(SandboxPort port) {
        return "http://127.0.0.1:" + ports.get(SandboxPort.all().indexOf(port));
    }

    String url(SandboxService service) {
        return url(service.port());
    }

    String brokers() {
        return "127.0.0.1:" + ports.get(SandboxPort.all().indexOf(SandboxPort.KAFKA));
    }

    /** All items of a list, read page by page. */
    List<JsonNode> items(String url) {
        List<JsonNode> items = new ArrayList<>();
        String separator = url.contains("?") ? "&" : "?";
        String cursor = "";
        do {
            JsonNode page = get(url + separator + "limit=200" + cursor);
            page.path("items").forEach(items::add);
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return items;
    }

    JsonNode get(String url) {
        return send(request(url).build());
    }

    /** @param token null for a request without one */
    int status(String url, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return answer((token == null ? request : request.header("Authorization", "Bearer " + token)).build())
                .statusCode();
    }

    JsonNode post(String url, String json) {
        return send(request(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitExit();
    }

    /** A token of the user with a role, from the identity server of the sandbox. */
    String token(String role) {
        return tokens.computeIfAbsent(
                role,
                named -> text(HttpRequest.newBuilder(URI.create(url(SandboxPort.IDENTITY) + "/token/" + named))
                        .build()));
    }

    /** A request of the person of the firm who works with a service. The page with the mails needs no sign-in. */
    private HttpRequest.Builder request(String url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return url.startsWith(url(SandboxPort.MAIL_PAGE))
                ? request
                : request.header("Authorization", "Bearer " + token(roleFor(url)));
    }

    private String roleFor(String url) {
        if (url.contains("/actuator/")) {
            return "ops";
        }
        return url.startsWith(url(SandboxService.COMMISSION)) ? "finance" : "partner-manager";
    }

    private JsonNode send(HttpRequest request) {
        return JsonMapper.shared().readTree(text(request));
    }

    private String text(HttpRequest request) {
        HttpResponse<String> answer = answer(request);
        assertThat(answer.statusCode())
                .as("%s %s: %s", request.method(), request.uri(), answer.body())
                .isBetween(200, 299);
        return answer.body();
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Thread read(InputStream stream, Collection<String> lines) {
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader text = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
                        text.lines().forEach(lines::add);
                    } catch (IOException | UncheckedIOException e) {
                        lines.add("(output ended: " + e + ")");
                    }
                },
                "output-of-sandbox");
        reader.setDaemon(true);
        reader.start();
        return reader;
    }
}
