package io.entente.servers.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database. Each of its collections and indexes is a map of the store, named after it. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<Object> {

    /** Prefix of the name of every map that holds a collection. Databases are found by it when the file is opened. */
    static final String COLLECTIONS = "collections/";

    private static final String INDEXES = "indexes/";

    private final MVStore store;
    private final LongAdder examined;

    /** @param examined counts the documents that queries read */
    StoreDatabase(String name, MVStore store, CursorRegistry cursors, LongAdder examined) {
        super(name, cursors);
        this.store = store;
        this.examined = examined;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        MVMap<Object, byte[]> documents = store.openMap(
                collectionMap(collection),
                new MVMap.Builder<Object, byte[]>().keyType(BsonValue.TYPE).valueType(BsonBytes.TYPE));
        return new StoreCollection(this, collection, options, documents, cursorRegistry, examined);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new StoreIndex(map(indexMap(collection, index)), index, keys, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new OrderedIndex(map(indexMap(collection, index)), index, keys, sparse);
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String index) {
        super.dropIndex(collection, index);
        store.removeMap(indexMap(collection.getCollectionName(), index));
    }

    @Override
    public void dropCollection(String collection, Oplog oplog) {
        super.dropCollection(collection, oplog);
        store.removeMap(collectionMap(collection));
    }

    @Override
    public void moveCollection(de.bwaldvogel.mongo.MongoDatabase from, MongoCollection<?> collection, String newName) {
        throw new UnsupportedOperationException("Collections can't be renamed in this store");
    }

    @Override
    protected long getStorageSize() {
        return store.getFileStore() == null ? 0 : store.getFileStore().size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }

    private MVMap<Object, Object> map(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<Object, Object>().keyType(IndexKeyType.TYPE).valueType(BsonValue.TYPE));
    }

    private String collectionMap(String collection) {
        return COLLECTIONS + getDatabaseName() + "/" + collection;
    }

    private String indexMap(String collection, String index) {
        return INDEXES + getDatabaseName() + "/" + collection + "/" + index;
    }
}
