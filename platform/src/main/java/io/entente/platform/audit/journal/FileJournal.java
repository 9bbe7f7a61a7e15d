package io.entente.platform.audit.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.platform.audit.AuditEntry;
import io.entente.platform.audit.AuditJournal;
import io.entente.platform.audit.ChainHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps entries in files of a directory. A line is with the operating system before the call returns, so it outlives the process,
 * but not a power failure. A file is emptied when all of its entries are stored, so the directory has at most what the queue of the
 * trail has.
 */
public final class FileJournal implements AuditJournal {

    private static final String HEAD = "head";
    private static final int HEAD_PARTS = 3;

    private static final long SEGMENT_BYTES = 1024L * 1024;

    private final Path directory;
    private final Map<String, Segment> open = new HashMap<>();
    private final Map<Path, FileChannel> left = new LinkedHashMap<>();
    private Segment current;

    private FileJournal(Path directory) {
        this.directory = directory;
        this.current = Segment.create(directory);
    }

    /** @param directory for this service's database only; it is created if it is missing */
    public static FileJournal in(Path directory) {
        try {
            return new FileJournal(Files.createDirectories(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of the audit log needs the directory " + directory, e);
        }
    }

    @Override
    public synchronized void begun(AuditEntry entry) {
        if (current.bytes() > SEGMENT_BYTES) {
            Segment full = current;
            current = Segment.create(directory);
            if (full.isIdle()) {
                full.close();
            }
        }
        current.write(JournalLine.of(entry));
        current.began();
        open.put(entry.id(), current);
    }

    @Override
    public synchronized void ended(AuditEntry entry) {
        Segment segment = open.get(entry.id());
        if (segment != null) {
            segment.write(JournalLine.of(entry));
        }
    }

    @Override
    public synchronized void stored(Collection<AuditEntry> entries) {
        for (AuditEntry entry : entries) {
            Segment segment = open.remove(entry.id());
            if (segment != null && segment.ended()) {
                if (segment == current) {
                    segment.empty();
                } else {
                    segment.close();
                }
            }
        }
    }

    @Override
    public synchronized List<AuditEntry> left() {
        Map<String, AuditEntry> entries = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(Segment.SUFFIX) && !isOwn(file) && isLeft(file)) {
                    // The last line of an entry says most about it.
                    Files.readString(file, UTF_8)
                            .lines()
                            .flatMap(line -> JournalLine.read(line).stream())
                            .forEach(entry -> entries.put(entry.id(), entry));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of the audit log can't be read in " + directory, e);
        }
        return List.copyOf(entries.values());
    }

    private boolean isOwn(Path file) {
        return file.equals(current.file())
                || open.values().stream().anyMatch(segment -> segment.file().equals(file));
    }

    /** Whether the process that wrote the file has ended. Then nobody else gets the file until this process closes it. */
    private boolean isLeft(Path file) throws IOException {
        if (left.containsKey(file)) {
            return true;
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                left.put(file, channel);
                return true;
            }
        } catch (OverlappingFileLockException e) {
            // Another instance of this process writes it.
        }
        channel.close();
        return false;
    }

    @Override
    public synchronized void removeLeft() {
        try {
            for (Map.Entry<Path, FileChannel> file : left.entrySet()) {
                Files.deleteIfExists(file.getKey());
                file.getValue().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        left.clear();
    }

    /** The file is replaced as a whole. Of two instances with the same chain, either's head is in the chain. */
    @Override
    public synchronized void keepHead(ChainHead head) {
        try {
            Path next = Files.createTempFile(directory, HEAD, ".new");
            Files.writeString(next, "%s %d %s".formatted(head.first(), head.sequence(), head.hash()), UTF_8);
            Files.move(
                    next, directory.resolve(HEAD), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The head of the audit log can't be kept in " + directory, e);
        }
    }

    @Override
    public synchronized Optional<ChainHead> keptHead() {
        try {
            String[] parts = Files.readString(directory.resolve(HEAD), UTF_8).split(" ", -1);
            return parts.length == HEAD_PARTS
                    ? Optional.of(new ChainHead(parts[0], Long.parseLong(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The head of the audit log can't be read in " + directory, e);
        }
    }

    @Override
    public synchronized void close() {
        new HashSet<>(open.values()).forEach(Segment::close);
        current.close();
        try {
            for (FileChannel file : left.values()) {
                file.close();
            }
            Files.deleteIfExists(directory);
        } catch (DirectoryNotEmptyException e) {
            // Another instance writes there, or entries are left for the next start.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
