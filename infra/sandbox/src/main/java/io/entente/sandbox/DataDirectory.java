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

/** The directory that one sandbox has for itself; the lock on it goes with the process, however that ends. */
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
     * Takes a directory, creating it where it is missing.
     *
     * @param dir null for a temporary one that goes when it is closed
     * @throws StartRefusedException when another sandbox has it, or it can't be written
     */
    static DataDirectory open(@Nullable Path dir) {
        try {
            Path taken = dir == null ? Files.createTempDirectory("entente-sandbox-") : Files.createDirectories(dir);
            return new DataDirectory(taken, dir != null, lock(taken));
        } catch (IOException e) {
            throw new StartRefusedException(
                    "Can't write to the data directory %s (%s); name another with --data-dir=PATH, or use --memory"
                            .formatted(dir, e),
                    e);
        }
    }

    /** The broker's directory; the broker keeps its records in files in any case. */
    Path kafka() {
        return dir.resolve("kafka");
    }

    /** The store's file; null where nothing is kept. */
    @Nullable
    Path store() {
        return kept ? dir.resolve("store").resolve("entente.db") : null;
    }

    /** Where a web server puts uploads while it reads them. */
    Path work(String service) {
        return dir.resolve("work").resolve(service);
    }

    /** For who reads it: where data is, or that there will be none. */
    String describe() {
        return kept ? dir.toString() : "in memory, gone when this ends";
    }

    /** Whoever uses the directory has to be closed before: a broker that finds its directory gone halts the JVM. */
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
                    "The data directory %s is in use by another sandbox; stop that one, name another directory with --data-dir=PATH, or use --memory"
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
