package io.entente.servers.store;

import org.h2.mvstore.MVStore;

/** Writes the store to its file and keeps many small commits from making the file grow. Does nothing if the store is in memory. */
final class FileCommits implements AutoCloseable {

    private static final int COMMITS_BETWEEN_COMPACTIONS = 500;
    private static final int TARGET_FILL_PERCENT = 60;
    private static final int MAX_COMPACTION_BYTES = 2 * 1024 * 1024;

    private final MVStore store;
    private int commits;

    FileCommits(MVStore store) {
        this.store = store;
        // The file is complete after every commit, so the space of an older state can be reused at once.
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
    }

    /** Must not be called by several threads at once. */
    void commit() {
        if (!store.isPersistent() || !store.hasUnsavedChanges()) {
            return;
        }
        store.commit();
        if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
            store.compact(TARGET_FILL_PERCENT, MAX_COMPACTION_BYTES);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
