package io.entente.benchmarks.flow;

import io.entente.benchmarks.Await;
import io.entente.benchmarks.Servers.Part;
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

/** A service in a process of its own, with the memory that production gives it. */
final class ServiceProcess implements AutoCloseable {

    /** As {@code infra/service.jvm} has them. */
    private static final List<String> JVM_FLAGS =
            List.of("-Xms32m", "-Xmx192m", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=192m", "-Xss512k");

    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final URI base;
    private final Path log;

    /** Starts it and returns when it takes requests. */
    ServiceProcess(Class<?> main, String service, Part part) {
        int port = freePort();
        this.log = part.servers().log(service);
        this.base = URI.create("http://127.0.0.1:" + port);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.add(main.getName());
        command.addAll(part.arguments(service, port));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // Not as an argument: it is longer than a command line may be.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            this.process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-" + service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        HttpClient http = HttpClient.newHttpClient();
        Await.until(service + " ready", () -> isReady(http));
    }

    URI uri(String path) {
        return base.resolve(path);
    }

    /** Bytes that are still in use after a full collection, which this makes happen. */
    long liveHeap() throws IOException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = asked.inputReader()) {
            String total = lines.lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("jcmd counted nothing"));
            return Long.parseLong(total.strip().split(" +")[2]);
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

    private boolean isReady(HttpClient http) {
        if (!process.isAlive()) {
            throw new IllegalStateException("a service ended while starting:\n" + said());
        }
        HttpRequest request =
                HttpRequest.newBuilder(uri("/actuator/health/readiness")).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "nothing that can be read: " + e;
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
