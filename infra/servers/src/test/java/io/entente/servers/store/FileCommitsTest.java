package io.entente.servers.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.servers.store.RecordedFile.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCommitsTest {

    /** The file is compacted at the 500th commit; soon afterwards its free space is used again. */
    private static final int FIRST = 495;

    private static final int COMMITS = 560;
    private static final int BLOCK = 4096;

    @TempDir
    Path dir;

    @Test
    void a_commit_is_there_whichever_later_write_to_the_file_is_cut_by_a_kill() throws IOException {
        RecordedFile.register();
        RecordedFile.CHANGES.clear();
        int[] changes = new int[COMMITS];
        try (MVStore store = open(RecordedFile.SCHEME + ":" + dir.resolve("store.db"))) {
            FileCommits file = new FileCommits(store);
            MVMap<Integer, byte[]> documents = store.openMap("documents");
            MVMap<String, Integer> references = store.openMap("references");
            Random random = new Random(7);
            for (int i = 0; i < COMMITS; i++) {
                byte[] document = new byte[80];
                random.nextBytes(document);
                documents.put(i, document);
                references.put("r-" + i, i);
                file.commit();
                changes[i] = RecordedFile.CHANGES.size();
            }
        }

        byte[] image = new byte[0];
        int acknowledged = -1;
        for (int i = 0; i < changes[COMMITS - 1]; i++) {
            Change change = RecordedFile.CHANGES.get(i);
            if (acknowledged >= FIRST) {
                for (int part : parts(change)) {
                    assertThat(last(after(image, change, part)))
                            .as("change %d, cut after %d bytes", i, part)
                            .isGreaterThanOrEqualTo(acknowledged);
                }
            }
            byte[] written = change.written();
            image = written == null ? Arrays.copyOf(image, change.at()) : after(image, change, written.length);
            while (acknowledged + 1 < COMMITS && changes[acknowledged + 1] <= i + 1) {
                acknowledged++;
            }
        }
        assertThat(last(image)).isEqualTo(COMMITS - 1);
    }

    /** A kill before the write, and after its first block, its first half, and all of it but the last block. */
    private static Set<Integer> parts(Change change) {
        Set<Integer> parts = new HashSet<>(Set.of(0));
        byte[] written = change.written();
        if (written != null) {
            parts.add(Math.min(BLOCK, written.length));
            parts.add(written.length / 2 / BLOCK * BLOCK);
            parts.add(Math.max(0, written.length - BLOCK));
        }
        return parts;
    }

    private static byte[] after(byte[] image, Change change, int part) {
        byte[] written = change.written();
        if (written == null || part == 0) {
            return image;
        }
        byte[] changed = Arrays.copyOf(image, Math.max(image.length, change.at() + part));
        System.arraycopy(written, 0, changed, change.at(), part);
        return changed;
    }

    private int last(byte[] image) throws IOException {
        Path file = dir.resolve("killed.db");
        Files.write(file, image);
        MVStore store = open(file.toString());
        try {
            MVMap<Integer, byte[]> documents = store.openMap("documents");
            return documents.isEmpty() ? -1 : documents.lastKey();
        } finally {
            store.closeImmediately();
        }
    }

    private static MVStore open(String name) {
        return new MVStore.Builder().fileName(name).autoCommitDisabled().open();
    }
}
