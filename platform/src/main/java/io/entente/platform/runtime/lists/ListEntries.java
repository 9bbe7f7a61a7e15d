package io.entente.platform.runtime.lists;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.domain.lists.ListEntry;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Gives the documents of a collection that an earlier version of the service stored their {@link ListEntry}, before the service
 * takes requests. The collection {@value #PROGRESS} holds how far it came, so it happens once and can be interrupted and
 * continued. A document that is written meanwhile gets its entry from that write.
 *
 * @param <D> the type of the documents
 */
public final class ListEntries<D> {

    static final String PROGRESS = "list_entries";

    private static final Logger LOG = LoggerFactory.getLogger(ListEntries.class);
    private static final int PAGE = 500;
    private static final String ID = "_id";
    private static final String AFTER = "after";
    private static final String FORM = "form";

    private final MongoOperations mongo;
    private final String collection;
    private final Class<D> type;
    private final Criteria among;
    private final Function<D, Document> key;
    private final Function<D, @Nullable ListEntry> entry;

    /**
     * @param key the id of a document and whatever else changes with each write, such as its version
     * @param entry makes the entry of a document; null if it is in no list
     */
    public ListEntries(
            MongoOperations mongo,
            String collection,
            Class<D> type,
            Function<D, Document> key,
            Function<D, @Nullable ListEntry> entry) {
        this(mongo, collection, type, new Criteria(), key, entry);
    }

    /** @param among selects the documents of this type, if the collection has others, too */
    public ListEntries(
            MongoOperations mongo,
            String collection,
            Class<D> type,
            Criteria among,
            Function<D, Document> key,
            Function<D, @Nullable ListEntry> entry) {
        this.mongo = mongo;
        this.among = among;
        this.collection = collection;
        this.type = type;
        this.key = key;
        this.entry = entry;
    }

    /**
     * Completes the documents. Returns how many it read.
     *
     * @param form raised by one if entries are made in another way; all documents then get new ones
     */
    public long complete(int form) {
        Document progress = mongo.findById(collection, Document.class, PROGRESS);
        String after = progress != null && progress.getInteger(FORM) == form ? progress.getString(AFTER) : "";
        long read = 0;
        while (after != null) {
            List<D> page = page(after);
            after = page.size() == PAGE ? this.key.apply(page.get(PAGE - 1)).getString(ID) : null;
            if (!page.isEmpty()) {
                write(page);
            }
            read += page.size();
            mongo.save(new Document(ID, collection).append(FORM, form).append(AFTER, after), PROGRESS);
        }
        if (read > 0) {
            LOG.info("{} documents of {} can be searched, filtered and sorted now", read, collection);
        }
        return read;
    }

    private List<D> page(String after) {
        Query next = query(new Criteria().andOperator(where(ID).gt(after), among))
                .with(Sort.by(ID))
                .limit(PAGE);
        return mongo.find(next, type, collection);
    }

    private void write(List<D> page) {
        BulkOperations entries = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, type, collection);
        boolean isEmpty = true;
        for (D document : page) {
            ListEntry made = entry.apply(document);
            if (made != null) {
                entries.updateOne(new BasicQuery(key.apply(document)), new Update().set(IndexedList.FIELD, made));
                isEmpty = false;
            }
        }
        if (!isEmpty) {
            entries.execute();
        }
    }
}
