package io.entente.servers.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands: one write at a time, reads concurrently. It commits the file before the reply to a write goes out and before
 * any reader sees the write. So nothing that a client has been told or has read is lost when the process is killed.
 */
public final class StoreBackend extends AbstractMongoBackend {

    private final MVStore store;
    private final FileCommits commits;
    private final ReentrantReadWriteLock access = new ReentrantReadWriteLock();
    private final LongAdder examined = new LongAdder();

    /** Opens the databases that the store holds. */
    public StoreBackend(MVStore store) {
        this.store = store;
        this.commits = new FileCommits(store);
        store.getMapNames().stream()
                .filter(name -> name.startsWith(StoreDatabase.COLLECTIONS))
                .map(name -> name.split("/", 3)[1])
                .distinct()
                .forEach(this::resolveDatabase);
    }

    @Override
    public @Nullable Document handleCommand(Channel channel, String database, String command, Document query) {
        if (Commands.isGreeting(command)) {
            return super.handleCommand(channel, database, command, query);
        }
        if (Commands.isRead(command, query)) {
            return guarded(access.readLock(), () -> super.handleCommand(channel, database, command, query));
        }
        return guarded(access.writeLock(), () -> {
            try {
                return super.handleCommand(channel, database, command, query);
            } finally {
                // Also after an error, because part of a batch may have been written, and the reply says which.
                commits.commit();
            }
        });
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return guarded(access.readLock(), () -> super.handleQuery(query));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name, store, getCursorRegistry(), examined);
    }

    /** Reports under MongoDB's own name how many documents queries have examined, so that tests can prove what an index saves. */
    @Override
    public Document getServerStatus() {
        Document status = super.getServerStatus();
        Document metrics = status.get("metrics") instanceof Document given ? given : new Document();
        metrics.put("queryExecutor", new Document("scannedObjects", examined.sum()));
        status.put("metrics", metrics);
        return status;
    }

    @Override
    public void close() {
        guarded(access.writeLock(), () -> {
            super.close();
            commits.close();
            return this;
        });
    }

    private static <T extends @Nullable Object> T guarded(Lock lock, Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
