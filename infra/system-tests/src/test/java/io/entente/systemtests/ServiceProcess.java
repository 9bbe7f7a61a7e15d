package io.entente.systemtests;

import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import io.entente.testkit.security.TestKeyset;
import io.entente.testkit.security.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A service's jar in a separate process. It keeps its port when it is killed and started again. Its output goes to
 * {@code target/system-tests/<instance>.log}.
 */
final class ServiceProcess implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    /** A large young generation and first metaspace spare a start most of its collections. */
    private static final List<String> JVM_FLAGS = List.of(
            "-Xms160m",
            "-Xmx160m",
            "-Xmn64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MetaspaceSize=160m",
            "-XX:MaxMetaspaceSize=160m");

    private final String service;
    private final String instance;
    private final int port = freePort();
    private final List<String> arguments;
    private @Nullable Process process;

    /** @param arguments for the command line, each {@code --name=value} */
    ServiceProcess(String service, String instance, List<String> arguments) {
        this.service = service;
        this.instance = instance;
        this.arguments = List.copyOf(arguments);
    }

    String name() {
        return service;
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Starts the service and returns when it accepts requests. */
    ServiceProcess start(String... moreArguments) {
        launch(null, moreArguments);
        return awaitReady();
    }

    /** Starts the service with a planned fault and returns when it accepts requests or has already reached the fault. */
    ServiceProcess start(PlannedFault fault) {
        launch(fault);
        await(instance + " ready or at its fault")
                .atMost(START_PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> fault.hasStruck() || isReady());
        return this;
    }

    /** Starts the service without waiting. */
    ServiceProcess launch() {
        launch(null);
        return this;
    }

    ServiceProcess awaitReady() {
        await(instance + " ready")
                .atMost(START_PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(this::isReady);
        return this;
    }

    /** Makes later starts of the service faster. */
    void archiveClasses() {
        ServiceJar.of(service).archiveClasses();
    }

    /** Kills the process with {@code kill -9}. */
    void kill() {
        end(Process::destroyForcibly);
    }

    /** Freezes the process with {@code SIGSTOP}. It doesn't notice the time until it is thawed. */
    void freeze() {
        signal("STOP");
    }

    /** Lets a frozen process continue. */
    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        if (process == null) {
            throw new IllegalStateException(instance + " doesn't run");
        }
        try {
            int result = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException(
                        "Sending SIG%s to %s failed with exit code %d".formatted(name, instance, result));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks the process to stop and returns when it has stopped. */
    @Override
    public void close() {
        end(Process::destroy);
    }

    private void launch(@Nullable PlannedFault fault, String... moreArguments) {
        if (process != null && process.isAlive()) {
            throw new IllegalStateException(instance + " runs already");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        if (fault != null) {
            command.addAll(fault.systemProperties());
        }
        boolean later = List.of(moreArguments).stream().anyMatch(argument -> argument.startsWith("--entente.fault."));
        command.addAll(ServiceJar.of(service).launch(fault != null || later));
        command.add("--server.port=" + port);
        command.addAll(TestTokens.shared().settings());
        command.add(TestKeyset.setting());
        command.add(TestKeyset.settingOfMessages());
        command.addAll(arguments);
        command.addAll(List.of(moreArguments));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            Cluster.DIRECTORY.resolve(instance + ".log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException(instance + " ended while starting; see its log");
        }
        try {
            Answer answer = Http.get(url("/actuator/health/readiness"));
            return answer.status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private void end(java.util.function.Consumer<Process> how) {
        Process running = process;
        process = null;
        if (running == null) {
            return;
        }
        how.accept(running);
        try {
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                running.destroyForcibly();
                throw new IllegalStateException(instance + " didn't stop within 30 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
