package io.entente.benchmarks;

import io.entente.servers.ServerProcess;
import io.entente.servers.TopicCatalog;
import io.entente.testkit.security.TestKeyset;
import io.entente.testkit.security.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A broker and a store, each in a process of its own as in production. {@code ENTENTE_KAFKA_BROKERS} and
 * {@code ENTENTE_MONGODB_URI} may name running ones instead.
 */
public final class Servers implements AutoCloseable {

    /** Memory for a million ledger documents, and the compiler of a server instead of a test's. */
    private static final String[] STORE_JVM = {"-Xmx9g", "-XX:TieredStopAtLevel=4"};

    private static final String[] BROKER_JVM = {"-Xmx512m", "-XX:TieredStopAtLevel=4"};

    private final String store;
    private final String brokers;
    private final String mongoUri;
    private final Path dir;
    private final List<ServerProcess> started = new ArrayList<>();
    private int parts;

    private Servers(String store) throws IOException {
        this.dir = Files.createTempDirectory("entente-benchmarks-");
        // Stops the processes if somebody interrupts the run, because they would outlive it.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-servers"));
        Optional<String> runningStore = named("ENTENTE_MONGODB_URI");
        this.store = runningStore.isPresent() ? "MongoDB" : store;
        this.brokers = named("ENTENTE_KAFKA_BROKERS")
                .orElseGet(() -> start(ServerProcess.kafka(dir.resolve("kafka"), 0, BROKER_JVM)));
        this.mongoUri = runningStore.orElseGet(() -> start(
                store.equals("file")
                        ? ServerProcess.store(dir.resolve("store.mv"), 0, STORE_JVM)
                        : ServerProcess.storeInMemory(0, STORE_JVM)));
    }

    /** @param store {@code memory} or {@code file}; if the environment names a store, that one is used */
    static Servers start(String store) throws IOException {
        return new Servers(store);
    }

    /** The stores to measure. If the environment names a store, it is the only one. */
    static List<String> stores(Options options) {
        return named("ENTENTE_MONGODB_URI").isPresent() ? List.of("named") : options.stores();
    }

    /** The name of the store in the tables. */
    public String store() {
        return store;
    }

    public String brokers() {
        return brokers;
    }

    /**
     * Processor time, in nanoseconds, of everything beside the measured service: the broker, the store and this process, which sends
     * the load. Servers that the environment names are left out.
     */
    public long processorNanos() {
        Duration own = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        return started.stream()
                .map(ServerProcess::processorTime)
                .reduce(own, Duration::plus)
                .toNanos();
    }

    /** A log file for another process. It is deleted with the servers. */
    public Path log(String process) {
        return dir.resolve(process + ".log");
    }

    /** Creates topics and databases that nothing else uses. */
    public Part part(String name) {
        String id = name + "-" + Long.toString(ProcessHandle.current().pid(), 36) + "-" + parts++;
        String prefix = "bench-" + id + "-";
        TopicCatalog.load().createMissing(brokers, prefix, 1);
        return new Part(this, prefix, "bench_" + id.replace('-', '_'));
    }

    /** Does nothing if it was called before. */
    @Override
    public synchronized void close() {
        started.forEach(ServerProcess::close);
        started.clear();
        if (!Files.exists(dir)) {
            return;
        }
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String start(ServerProcess process) {
        started.add(process);
        return process.address();
    }

    /** Replaces the database of a connection string and keeps its options. */
    static String inDatabase(String uri, String database) {
        int question = uri.indexOf('?');
        String address = question < 0 ? uri : uri.substring(0, question);
        String options = question < 0 ? "" : uri.substring(question);
        int path = address.indexOf('/', address.indexOf("://") + "://".length());
        return (path < 0 ? address : address.substring(0, path)) + "/" + database + options;
    }

    private static Optional<String> named(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }

    /**
     * One benchmark's own part of the servers.
     *
     * @param topicPrefix the prefix of the names of its topics, which exist
     * @param database the prefix of the names of its databases, one for each service
     */
    public record Part(Servers servers, String topicPrefix, String database) {

        public String topic(String name) {
            return topicPrefix + name;
        }

        /** The arguments by which a service uses this part. Port 0 stands for any free port. */
        public List<String> arguments(String service, int port) {
            List<String> arguments = new ArrayList<>(TestTokens.shared().settings());
            arguments.add(TestKeyset.setting());
            arguments.add(TestKeyset.settingOfMessages());
            arguments.addAll(List.of(
                    "--server.port=" + port,
                    "--spring.mongodb.uri=" + mongoUri(service),
                    "--spring.kafka.bootstrap-servers=" + servers.brokers,
                    "--entente.messaging.topic-prefix=" + topicPrefix,
                    "--spring.cloud.stream.default.group=" + topicPrefix + service,
                    "--entente.limits.rate.enabled=false",
                    "--management.tracing.export.enabled=false",
                    "--logging.structured.format.console=",
                    "--logging.level.root=warn"));
            return arguments;
        }

        public String mongoUri(String service) {
            return inDatabase(servers.mongoUri, database + "_" + service);
        }
    }
}
