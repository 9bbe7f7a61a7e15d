package io.entente.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Runs a Kafka broker in this JVM, which is broker and KRaft controller in one and listens on the loopback address only. If it is
 * started again on the same directory, it continues with its topics and records, even after the process was killed. A record is
 * acknowledged when the operating system has it, so it survives the end of the process, but not a power failure.
 */
public final class KafkaServer implements AutoCloseable {

    /** Another process may take a free port before the broker binds it. */
    private static final int MAX_START_ATTEMPTS = 3;

    private final KafkaRaftServer server;
    private final int port;

    private KafkaServer(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns when it accepts requests.
     *
     * @param dir the directory of the records; created if it is missing
     * @param port 0 for any free port
     * @throws KafkaException if the port is taken
     */
    public static KafkaServer start(Path dir, int port) {
        return start(dir, port, settings -> {});
    }

    /**
     * Starts a broker on any free port whose clients sign in with SASL/PLAIN and may do only what its access control lists say. Without
     * TLS, because it listens on the loopback address only.
     *
     * @param passwords of the users by their names; {@value KafkaSettings#ADMIN}, who may do everything, is among them
     */
    public static KafkaServer secured(Path dir, Map<String, String> passwords) {
        return start(dir, 0, settings -> KafkaSettings.secure(settings, passwords));
    }

    private static KafkaServer start(Path dir, int port, Consumer<Map<String, Object>> more) {
        format(dir);
        for (int attempt = 1; ; attempt++) {
            int chosen = port == 0 ? freePort() : port;
            Map<String, Object> settings = KafkaSettings.of(dir, chosen, freePort());
            more.accept(settings);
            KafkaConfig config = new KafkaConfig(settings, false);
            KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
            try {
                server.startup();
                return new KafkaServer(server, chosen);
            } catch (KafkaException e) {
                server.shutdown();
                if (port != 0 || attempt == MAX_START_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** The bootstrap list for clients, {@code host:port}. */
    public String brokers() {
        return KafkaSettings.HOST + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path dir) {
        // Kafka writes this file last, so if it exists, the directory is completely formatted.
        if (Files.exists(dir.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(dir);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(KafkaSettings.NODE)
                    .setControllerListenerName(KafkaSettings.CONTROLLER)
                    .setMetadataLogDirectory(dir.toString())
                    .addDirectory(dir.toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot format " + dir + " for a broker", e);
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
