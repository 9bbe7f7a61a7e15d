package io.entente.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data directory of one sandbox. A lock protects it; the lock ends with the process, even if the process is killed. */
final class DataDirectory implements AutoCloseable {

    private final Path dir;
    private final boolean kept;
    private final FileChannel lock;

    private DataDirectory(Path dir, boolean kept, FileChannel lock) {
        this.dir = dir;
        this.kept = kept;
        this.lock = lock;
    }

    /**
     * Locks a directory and creates it if necessary.
     *
     * @param dir null for a temporary directory that is deleted when it is closed
     * @throws StartRefusedException if another sandbox uses the directory, or if it is not writable
     */
    static DataDirectory open(@Nullable Path dir) {
        try {
            Path taken = dir == null ? Files.createTempDirectory("entente-sandbox-") : Files.createDirectories(dir);
            return new DataDirectory(taken, dir != null, lock(taken));
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The data directory %s is not writable (%s). Choose another one with --data-dir=PATH, or use --memory"
                            .formatted(dir, e),
                    e);
        }
    }

    /** The directory of the broker, which always keeps its records in files. */
    Path kafka() {
        return dir.resolve("kafka");
    }

    /** The file of the store; null if the data is only in memory. */
    @Nullable
    Path store() {
        return kept ? dir.resolve("store").resolve("entente.db") : null;
    }

    /** The key that signs dispute files, which is created at the first start. */
    Path signingKey() {
        return keys().resolve("dispute-files.p12");
    }

    /** The keyset that protects personal data of a service, which is created at the first start. */
    Path keyset(String service) {
        return keys().resolve(service + "-keyset.json");
    }

    /** The directory of keys that only the user of the sandbox can read. */
    Path keys() {
        return dir.resolve("keys");
    }

    /** The directory for uploads while the web server of a service reads them. */
    Path work(String service) {
        return dir.resolve("work").resolve(service);
    }

    /** Describes for people where the data is. */
    String describe() {
        return kept ? dir.toString() : "in memory only, lost when the sandbox ends";
    }

    /** Everything that uses the directory must be closed first. A broker whose directory disappears halts the JVM. */
    @Override
    public void close() {
        try {
            lock.close();
            if (!kept) {
                delete(dir);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path dir) throws IOException {
        FileChannel channel =
                FileChannel.open(dir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            channel.close();
            throw new StartRefusedException(
                    "The data directory %s is in use by another sandbox. Stop that sandbox, choose another directory with --data-dir=PATH, or use --memory"
                            .formatted(dir));
        }
        return channel;
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void delete(Path dir) throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
