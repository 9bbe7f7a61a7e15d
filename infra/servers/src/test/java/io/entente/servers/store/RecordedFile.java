package io.entente.servers.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/** A file whose name begins with {@code recorded:}. Everything that changes it is recorded in {@link #CHANGES}. */
public final class RecordedFile extends FilePathWrapper {

    static final String SCHEME = "recorded";
    static final List<Change> CHANGES = new ArrayList<>();

    /** @param written null if the file was cut to {@code at} bytes */
    record Change(int at, byte @Nullable [] written) {}

    static void register() {
        FilePath.register(new RecordedFile());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    private static final class Channel extends FileBase {

        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            byte[] written = new byte[source.remaining()];
            source.duplicate().get(written);
            CHANGES.add(new Change((int) position, written));
            return file.write(source, position);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            throw new UnsupportedOperationException("MVStore writes at a position");
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            CHANGES.add(new Change((int) size, null));
            file.truncate(size);
            return this;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return file.read(target);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
