package io.entente.benchmarks;

import io.entente.servers.ServerProcess;
import io.entente.servers.TopicCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A broker and a store, each in a process of its own as in reality, or the ones that {@code ENTENTE_KAFKA_BROKERS} and
 * {@code ENTENTE_MONGODB_URI} name.
 */
public final class Servers implements AutoCloseable {

    /** Room for a million ledger documents in memory; the compiler that a server has, not a test's. */
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
        // Also where somebody interrupts the run: processes of their own would outlive it.
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

    /** @param store {@code memory} or {@code file}; a store that the environment names is used instead */
    static Servers start(String store) throws IOException {
        return new Servers(store);
    }

    /** The stores to measure: a named one is one, whatever was asked for. */
    static List<String> stores(Options options) {
        return named("ENTENTE_MONGODB_URI").isPresent() ? List.of("named") : options.stores();
    }

    /** How the store is called in the tables. */
    public String store() {
        return store;
    }

    public String brokers() {
        return brokers;
    }

    /** Where a process beside the servers may log; gone with them. */
    public Path log(String process) {
        return dir.resolve(process + ".log");
    }

    /** Topics and databases that nothing else uses. */
    public Part part(String name) {
        String id = name + "-" + Long.toString(ProcessHandle.current().pid(), 36) + "-" + parts++;
        String prefix = "bench-" + id + "-";
        TopicCatalog.load().createMissing(brokers, prefix, 1);
        return new Part(this, prefix, "bench_" + id.replace('-', '_'));
    }

    /** Again is no error. */
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

    /** A connection string, to another database than it may name; options stay. */
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
     * @param topicPrefix before the name of each topic of the catalogue; the topics exist
     * @param database before the name of each service's database
     */
    public record Part(Servers servers, String topicPrefix, String database) {

        public String topic(String name) {
            return topicPrefix + name;
        }

        /** The arguments that point a service at this part; port 0 for a free one. */
        public List<String> arguments(String service, int port) {
            return List.of(
                    "--server.port=" + port,
                    "--spring.mongodb.uri=" + mongoUri(service),
                    "--spring.kafka.bootstrap-servers=" + servers.brokers,
                    "--entente.messaging.topic-prefix=" + topicPrefix,
                    "--spring.cloud.stream.default.group=" + topicPrefix + service,
                    "--management.tracing.export.enabled=false",
                    "--logging.structured.format.console=",
                    "--logging.level.root=warn");
        }

        public String mongoUri(String service) {
            return inDatabase(servers.mongoUri, database + "_" + service);
        }
    }
}
