package io.entente.platform.audit.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import io.entente.platform.audit.AuditEntry;
import io.entente.platform.audit.AuditLog;
import io.entente.platform.audit.AuditQuery;
import io.entente.platform.audit.AuditVerifier.Link;
import io.entente.platform.audit.SealedEntry;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SortKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Stores the chain in one collection, an entry a document, with its place as the id. If two instances write at the same time, the
 * id decides whose entry comes first, and the other instance seals its entries again behind it.
 */
public final class MongoAuditLog implements AuditLog {

    static final String COLLECTION = "audit_log";

    private static final int MAX_ATTEMPTS = 50;
    private static final int SALT_BYTES = 16;
    private static final int FORGET_AT_ONCE = 500;
    private static final String ID = "_id";
    private static final String ENTRY = "entry";
    private static final String FILTERS = "filters";
    private static final String KEY = "key";
    private static final Link BEGINNING = new Link(0, "");

    private final MongoOperations mongo;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Link head;

    public MongoAuditLog(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(COLLECTION).createIndex(new Index(FILTERS, Sort.Direction.ASC).on(KEY, Sort.Direction.ASC));
        mongo.indexOps(COLLECTION).createIndex(new Index(ENTRY, Sort.Direction.ASC));
    }

    @Override
    public synchronized void append(List<AuditEntry> entries) {
        List<AuditEntry> missing = entries;
        for (int attempt = 0; !missing.isEmpty(); attempt++) {
            if (attempt == MAX_ATTEMPTS) {
                throw new ConcurrentUpdateException("Other instances write the audit log all the time");
            }
            List<SealedEntry> sealed = sealed(missing);
            head = null;
            int stored = insert(sealed);
            if (stored == sealed.size()) {
                SealedEntry last = sealed.get(stored - 1);
                head = new Link(last.sequence(), last.hash());
            }
            missing = missing.subList(stored, missing.size());
        }
    }

    private List<SealedEntry> sealed(List<AuditEntry> entries) {
        Link link = head;
        if (link == null) {
            link = last().map(last -> new Link(last.sequence(), last.hash())).orElse(BEGINNING);
        }
        List<SealedEntry> sealed = new ArrayList<>();
        for (AuditEntry entry : entries) {
            SealedEntry next = SealedEntry.behind(link.hash(), link.sequence() + 1, entry, salt());
            sealed.add(next);
            link = new Link(next.sequence(), next.hash());
        }
        return sealed;
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    /** Inserts in order up to the first place that is taken, and returns how many were inserted. */
    private int insert(List<SealedEntry> sealed) {
        List<Document> documents = sealed.stream().map(this::bson).toList();
        Integer stored = mongo.execute(COLLECTION, collection -> {
            try {
                collection.insertMany(documents);
                return documents.size();
            } catch (MongoBulkWriteException partly) {
                if (partly.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                    return partly.getWriteErrors().get(0).getIndex();
                }
                throw partly;
            }
        });
        return stored == null ? 0 : stored;
    }

    private Document bson(SealedEntry sealed) {
        Document stored = new Document();
        mongo.getConverter().write(AuditDocument.of(sealed), stored);
        return stored;
    }

    @Override
    public List<AuditEntry> notStored(Collection<AuditEntry> entries) {
        Query known = query(where(ENTRY).in(entries.stream().map(AuditEntry::id).toList()));
        known.fields().include(ENTRY);
        Set<String> stored = new HashSet<>();
        mongo.find(known, Document.class, COLLECTION).forEach(document -> stored.add(document.getString(ENTRY)));
        return entries.stream().filter(entry -> !stored.contains(entry.id())).toList();
    }

    @Override
    public Page<SealedEntry> page(AuditQuery query, PageRequest page) {
        List<Criteria> all = new ArrayList<>(List.of(where(FILTERS).is(AuditDocument.filter(query))));
        if (query.from() != null) {
            all.add(where(KEY).gte(SortKey.start(query.from())));
        }
        if (query.to() != null) {
            all.add(where(KEY).lt(SortKey.start(query.to())));
        }
        if (page.after() != null) {
            all.add(where(KEY).lt(page.after()));
        }
        Query newest = new Query(new Criteria().andOperator(all))
                .with(Sort.by(Sort.Direction.DESC, KEY))
                .limit(page.fetch());
        List<AuditDocument> found = mongo.find(newest, AuditDocument.class, COLLECTION);
        return Page.of(found, page, AuditDocument::key).map(AuditDocument::sealed);
    }

    @Override
    public Optional<SealedEntry> at(long sequence) {
        return Optional.ofNullable(mongo.findById(sequence, AuditDocument.class, COLLECTION))
                .map(AuditDocument::sealed);
    }

    @Override
    public Optional<SealedEntry> last() {
        Query last = new Query(where(ID).gt(0L))
                .with(Sort.by(Sort.Direction.DESC, ID))
                .limit(1);
        return mongo.find(last, AuditDocument.class, COLLECTION).stream()
                .findFirst()
                .map(AuditDocument::sealed);
    }

    @Override
    public List<SealedEntry> after(long sequence, int limit) {
        Query next = query(where(ID).gt(sequence)).with(Sort.by(ID)).limit(limit);
        return mongo.find(next, AuditDocument.class, COLLECTION).stream()
                .map(AuditDocument::sealed)
                .toList();
    }

    @Override
    public long forget(String actor) {
        Query theirs = query(where(FILTERS).is(AuditDocument.filter(new AuditQuery(actor, null, null, null, null))))
                .with(Sort.by(KEY))
                .limit(FORGET_AT_ONCE);
        long forgotten = 0;
        List<AuditDocument> found = mongo.find(theirs, AuditDocument.class, COLLECTION);
        while (!found.isEmpty()) {
            BulkOperations updates = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, AuditDocument.class, COLLECTION);
            found.forEach(document -> updates.updateOne(
                    query(where(ID).is(document.sequence())),
                    new Update().unset("actor").unset("salt").set(FILTERS, document.filtersWithoutActor())));
            updates.execute();
            forgotten += found.size();
            found = mongo.find(theirs, AuditDocument.class, COLLECTION);
        }
        return forgotten;
    }
}
