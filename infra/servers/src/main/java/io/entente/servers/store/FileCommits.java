package io.entente.servers.store;

import org.h2.mvstore.MVStore;

/** Writes the store to its file and keeps many small commits from making the file grow. Does nothing if the store is in memory. */
final class FileCommits implements AutoCloseable {

    private static final int COMMITS_BETWEEN_COMPACTIONS = 500;
    private static final int TARGET_FILL_PERCENT = 60;
    private static final int MAX_COMPACTION_BYTES = 2 * 1024 * 1024;

    /**
     * For how many commits the space of an older state isn't used again. MVStore writes the head of its file at every twentieth commit
     * or so, and after a kill it finds the newest state by going from the head from commit to commit. If one of these has been
     * overwritten, it takes an older state, although the newest one is complete. So this must be well over twenty.
     */
    private static final int KEPT_COMMITS = 100;

    private final MVStore store;
    private int commits;

    FileCommits(MVStore store) {
        this.store = store;
        // The file is complete after every commit. Its old states need no time, only the commits that lead over them.
        store.setRetentionTime(0);
        store.setVersionsToKeep(KEPT_COMMITS);
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
