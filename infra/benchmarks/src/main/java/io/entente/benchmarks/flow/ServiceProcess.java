package io.entente.benchmarks.flow;

import io.entente.benchmarks.Await;
import io.entente.benchmarks.Progress;
import io.entente.benchmarks.Servers.Part;
import io.entente.benchmarks.cost.Cost;
import io.entente.benchmarks.cost.MeasuredService;
import io.entente.testkit.security.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A service in a process of its own, with the memory that it has in production. It can tell what it has spent so far. */
final class ServiceProcess implements AutoCloseable {

    /** The flags of {@code infra/service.jvm}. */
    private static final List<String> JVM_FLAGS =
            List.of("-Xms32m", "-Xmx192m", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=192m", "-Xss512k");

    private static final long STOP_SECONDS = 30;
    private static final int ATTEMPTS = 3;
    private static final String COMPILATION = "jvm.compilation.time";

    private final Process process;
    private final URI base;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String token = TestTokens.shared().of(null);

    /** Starts the service and returns when it accepts requests. */
    ServiceProcess(Class<?> main, String service, Part part) {
        this.log = part.servers().log(service);
        Attempt started = attempt(main, service, part);
        // Another process may have taken the port between the search for it and the start.
        for (int further = 1; further < ATTEMPTS && started.failed(); further++) {
            Progress.say("%s ended while it was starting and is started again: %s", service, output());
            started = attempt(main, service, part);
        }
        if (started.failed()) {
            throw new IllegalStateException("The service ended while it was starting:\n" + output());
        }
        this.process = started.process();
        this.base = started.base();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-" + service));
    }

    /** A started process, which is ready unless it has ended. */
    private record Attempt(Process process, URI base) {

        boolean failed() {
            return !process.isAlive();
        }
    }

    private Attempt attempt(Class<?> main, String service, Part part) {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.add(MeasuredService.class.getName());
        command.add(main.getName());
        command.addAll(part.arguments(service, port));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // As an argument it could be longer than a command line may be.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            Attempt attempt = new Attempt(builder.start(), URI.create("http://127.0.0.1:" + port));
            Await.until(service + " ready", () -> attempt.failed() || isReady(attempt.base()));
            return attempt;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request of a person who may do everything that the firm does. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
    }

    /** What the service has spent since its start. */
    Cost cost() throws IOException, InterruptedException {
        long cpu = process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("This system doesn't tell a process's processor time"))
                .toNanos();
        return new Cost(cpu, count(MeasuredService.ROUND_TRIPS), count(MeasuredService.BEFORE_THE_ANSWER));
    }

    /** How many milliseconds the service's compiler has worked since the start. */
    long compilationMillis() throws IOException, InterruptedException {
        return count(COMPILATION);
    }

    private long count(String meter) throws IOException, InterruptedException {
        HttpRequest request = request("/actuator/metrics/" + meter).build();
        String answer = http.send(request, BodyHandlers.ofString()).body();
        return JsonMapper.shared()
                .readTree(answer)
                .path("measurements")
                .path(0)
                .path("value")
                .asLong();
    }

    /** Forces a full collection and returns the bytes that are still in use after it. */
    long liveHeap() {
        ProcessBuilder histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true);
        try (BufferedReader lines = histogram.start().inputReader()) {
            String total = lines.lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("jcmd reported no total"));
            return Long.parseLong(total.strip().split(" +")[2]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady(URI service) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/actuator/health/readiness"))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "Its log can't be read: " + e;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
