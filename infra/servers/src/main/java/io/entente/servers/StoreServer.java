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
 * Runs a store in this JVM that any MongoDB driver can use. It listens on the loopback address only and keeps its documents in
 * memory or in one file. A write is in the file before it is acknowledged, so it survives the end of the process, but not a power
 * failure. There are no transactions and no change streams. {@code docs/adr/0005-sandbox-store.md} gives the reasons, with
 * figures.
 */
public final class StoreServer implements AutoCloseable {

    /** A command blocks its thread while another command writes, so there are more threads than processors. */
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
     * Starts an empty store, whose documents are lost when it is closed.
     *
     * @param port 0 for any free port
     */
    public static StoreServer inMemory(int port) {
        return new StoreServer(new MVStore.Builder().autoCommitDisabled().open(), port);
    }

    /**
     * Starts a store on a file. The file and its directory are created if they are missing.
     *
     * @param port 0 for any free port
     * @throws org.h2.mvstore.MVStoreException if another process has opened the file
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
                // Otherwise a background thread could write half of a command to the file.
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
