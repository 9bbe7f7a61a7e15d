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
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker in this JVM, broker and KRaft controller in one, listening on the loopback address only. Started again on
 * the same directory it goes on with its topics and records, also after the process was killed: a record is acknowledged
 * once it is in the operating system's hands, which outlive the process (though not a power cut).
 */
public final class KafkaServer implements AutoCloseable {

    /** Another process may take a port between our finding it free and the broker's binding it. */
    private static final int MAX_START_ATTEMPTS = 3;

    private final KafkaRaftServer server;
    private final int port;

    private KafkaServer(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns when it takes requests.
     *
     * @param dir where its records are; created when missing
     * @param port 0 for a free one
     * @throws KafkaException when the port is taken
     */
    public static KafkaServer start(Path dir, int port) {
        format(dir);
        for (int attempt = 1; ; attempt++) {
            int chosen = port == 0 ? freePort() : port;
            KafkaConfig config = new KafkaConfig(KafkaSettings.of(dir, chosen, freePort()), false);
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
        // Kafka writes this file last, so where it exists the formatting was complete.
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
            throw new IllegalStateException("Can't prepare " + dir + " for a broker", e);
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
