package io.entente.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a broker or a store in a separate JVM, which a fault test can kill and start again on the same data and the same port.
 * Clients reconnect as they would in production.
 */
public final class ServerProcess implements AutoCloseable {

    private static final String READY = "READY ";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final int MAX_HEAP_MEGABYTES = 256;

    private final Process process;
    private final String address;

    private ServerProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts a broker on {@code dir}; see {@link KafkaServer#start}. */
    public static ServerProcess kafka(Path dir, int port, String... jvmFlags) {
        return start(KafkaServerMain.class, jvmFlags, "--dir", dir.toString(), "--port", Integer.toString(port));
    }

    /**
     * Starts a store on {@code file}; see {@link StoreServer#onFile}.
     *
     * @param jvmFlags override the small heap and the quick start that suit a test
     */
    public static ServerProcess store(Path file, int port, String... jvmFlags) {
        return start(StoreServerMain.class, jvmFlags, "--file", file.toString(), "--port", Integer.toString(port));
    }

    /** Starts a store whose documents are lost when the process ends; see {@link StoreServer#inMemory}. */
    public static ServerProcess storeInMemory(int port, String... jvmFlags) {
        return start(StoreServerMain.class, jvmFlags, "--port", Integer.toString(port));
    }

    /** The address for clients: {@code host:port} of a broker, or {@code mongodb://host:port} of a store. */
    public String address() {
        return address;
    }

    public int port() {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The processor time of all its threads since it started. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Ends the process without warning, as {@code kill -9} does, and returns when it has ended. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Asks the process to stop, and kills it if it has not stopped within 20 s. */
    @Override
    public void close() {
        process.destroy();
        if (!awaitExit()) {
            kill();
        }
    }

    /** Called by the server's main method when the server accepts requests. */
    static void announce(String address) {
        System.out.println(READY + address);
    }

    private static ServerProcess start(Class<?> main, String[] jvmFlags, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MAX_HEAP_MEGABYTES + "m",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=entente/servers/logback.xml"));
        command.addAll(List.of(jvmFlags));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // The class path of a test may be too long for an argument of a command line.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            Process process = builder.start();
            return new ServerProcess(process, awaitReady(process, main.getSimpleName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String awaitReady(Process process, String name) {
        CompletableFuture<String> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> readOutput(process, ready), "output-of-" + name);
        reader.setDaemon(true);
        reader.start();
        try {
            return ready.get(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException(name + " did not start", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + name + " was starting", e);
        }
    }

    /** Reads on after the expected line, because a process blocks if nobody reads its output. */
    private static void readOutput(Process process, CompletableFuture<String> ready) {
        try (BufferedReader output = process.inputReader()) {
            output.lines()
                    .filter(line -> line.startsWith(READY))
                    .forEach(line -> ready.complete(line.substring(READY.length())));
        } catch (IOException | UncheckedIOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IllegalStateException("The process ended without printing READY"));
    }

    private boolean awaitExit() {
        try {
            return process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
