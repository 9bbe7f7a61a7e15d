package io.entente.servers;

import de.bwaldvogel.mongo.MongoServer;
import io.entente.servers.store.StoreBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * A store in this JVM that any MongoDB driver can use, listening on the loopback address only; its documents are in memory
 * or in one file. An acknowledged write is in the file before the client hears of it, so it is there again after the process
 * was killed (though not after a power cut). It has no transactions and no change streams.
 * Why it is as it is, with figures: {@code docs/adr/0005-sandbox-store.md}.
 */
public final class StoreServer implements AutoCloseable {

    /** Commands block their thread while another one writes, so there are more threads than processors. */
    private static final int WORKER_THREADS = 16;

    private static final int CACHE_MEGABYTES = 32;

    private final MongoServer server;
    private final int port;

    private StoreServer(MVStore store, int requestedPort) {
        this.server = new MongoServer(new StoreBackend(store));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), requestedPort), 1, WORKER_THREADS);
        this.port = server.getLocalAddress().getPort();
    }

    /**
     * Starts with no documents; they are gone when it closes.
     *
     * @param port 0 for a free one
     */
    public static StoreServer inMemory(int port) {
        return new StoreServer(new MVStore.Builder().autoCommitDisabled().open(), port);
    }

    /**
     * Opens the file, or creates it with its directory.
     *
     * @param port 0 for a free one
     * @throws org.h2.mvstore.MVStoreException when another process has it open
     */
    public static StoreServer onFile(Path file, int port) {
        try {
            Files.createDirectories(file.toAbsolutePath().normalize().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MVStore.Builder builder = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEGABYTES)
                // Or a thread of the store's own would write half of a command to the file.
                .autoCommitDisabled();
        return new StoreServer(builder.open(), port);
    }

    /** The connection string without a database. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    public String uri(String database) {
        return uri() + "/" + database;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
