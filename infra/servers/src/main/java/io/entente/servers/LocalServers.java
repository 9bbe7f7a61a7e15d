package io.entente.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Starts a broker and a store in this JVM for its tests. Their data is deleted when the JVM ends. */
final class LocalServers {

    private LocalServers() {}

    static String startKafka() {
        try {
            Path dir = Files.createTempDirectory("entente-kafka-");
            KafkaServer server = KafkaServer.start(dir, 0);
            atExit(() -> {
                // The broker is closed first, because a broker whose directory is missing halts the JVM.
                server.close();
                delete(dir);
            });
            return server.brokers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String startMongo() {
        StoreServer server = StoreServer.inMemory(0);
        atExit(server::close);
        return server.uri();
    }

    private static void atExit(Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action, "stop-server"));
    }

    private static void delete(Path dir) {
        try (Stream<Path> files = Files.walk(dir)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
