package io.entente.platform.audit.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One file of the journal. Its owner holds a lock on it, which ends with the process. */
final class Segment {

    static final String SUFFIX = ".journal";

    private final Path file;
    private final FileChannel channel;
    private int open;
    private long bytes;

    private Segment(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Segment create(Path directory) {
        try {
            // Readable for the owner only.
            Path file = Files.createTempFile(directory, "audit-", SUFFIX);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new IOException("somebody else has locked the new file");
            }
            return new Segment(file, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of the audit log can't be written in " + directory, e);
        }
    }

    Path file() {
        return file;
    }

    long bytes() {
        return bytes;
    }

    void began() {
        open++;
    }

    /** Returns whether no entry in it is open any more. */
    boolean ended() {
        open--;
        return open == 0;
    }

    boolean isIdle() {
        return open == 0;
    }

    void write(String line) {
        ByteBuffer left = ByteBuffer.wrap(line.getBytes(UTF_8));
        try {
            bytes += left.remaining();
            while (left.hasRemaining()) {
                channel.write(left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of the audit log can't be written", e);
        }
    }

    void empty() {
        try {
            channel.truncate(0);
            bytes = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the segment, and deletes its file if nothing in it is open. */
    void close() {
        try (channel) {
            if (isIdle()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
