package io.entente.commission.commissions.lists.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.bulk.BulkWriteResult;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.lists.CommissionFilter;
import io.entente.commission.commissions.lists.CommissionList;
import io.entente.commission.commissions.lists.ListedCommission;
import io.entente.commission.documents.Fields;
import io.entente.commission.ledger.TransactionId;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.runtime.lists.IndexedList;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Stores the list in {@code listed_commissions}, and in {@code listed_commissions_read} up to which transaction of each chain it is
 * complete. An entry is replaced only if it still has the revision that was read.
 */
@Repository
class MongoCommissionList implements CommissionList {

    static final String COLLECTION = "listed_commissions";
    static final String READ = "listed_commissions_read";

    private static final String ID = "_id";
    private static final String UP_TO = "upTo";
    private static final String REVISION = "revision";

    private final MongoOperations mongo;
    private final IndexedList list;
    private final Clock clock;

    MongoCommissionList(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, ListedCommission.ORDERS, clock).withChangingKeys();
        this.clock = clock;
    }

    @Override
    public Page<CommissionId> page(CommissionFilter filter, PageRequest page) {
        return list.page(ListedCommission.query(filter), page).map(CommissionId::new);
    }

    @Override
    public long upTo(PartnerId partner) {
        Document read = mongo.findById(partner.value(), Document.class, READ);
        return read == null ? 0 : Fields.number(read, UP_TO);
    }

    @Override
    public void keep(
            PartnerId partner,
            Map<CommissionId, Commission> changed,
            Map<CommissionId, TransactionId> begun,
            long upTo) {
        if (!changed.isEmpty()) {
            OptimisticRetry.retryOnConflict(() -> write(changed, begun));
        }
        mongo.upsert(query(where(ID).is(partner.value())), new Update().max(UP_TO, upTo), READ);
    }

    /** Returns the number of entries that were written. */
    private int write(Map<CommissionId, Commission> changed, Map<CommissionId, TransactionId> begun) {
        Map<String, Listed> known = known(changed.keySet());
        Instant now = clock.instant();
        BulkOperations writes = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, Listed.class, COLLECTION);
        int inserted = 0;
        int replaced = 0;
        for (Commission state : changed.values()) {
            Listed before = known.get(state.id().value());
            if (before == null) {
                writes.insert(first(state, begun, now));
                inserted++;
            } else if (before.revision() < state.revision()) {
                Query unchanged = query(where(ID).is(before.id()).and(REVISION).is(before.revision()));
                writes.replaceOne(unchanged, before.next(state, now));
                replaced++;
            }
        }
        if (inserted + replaced > 0) {
            execute(writes, inserted, replaced);
        }
        return inserted + replaced;
    }

    private static void execute(BulkOperations writes, int inserted, int replaced) {
        try {
            BulkWriteResult written = writes.execute();
            if (written.getInsertedCount() == inserted && written.getMatchedCount() == replaced) {
                return;
            }
        } catch (DuplicateKeyException | BulkOperationException raced) {
            throw new ConcurrentUpdateException("Somebody else has listed one of these commissions");
        }
        throw new ConcurrentUpdateException("Somebody else has replaced one of these commissions in the list");
    }

    private Map<String, Listed> known(Collection<CommissionId> ids) {
        Query these = query(where(ID).in(ids.stream().map(CommissionId::value).toList()));
        return mongo.find(these, Listed.class, COLLECTION).stream()
                .collect(Collectors.toMap(Listed::id, Function.identity()));
    }

    private static Listed first(Commission state, Map<CommissionId, TransactionId> begun, Instant now) {
        TransactionId first = Objects.requireNonNull(
                begun.get(state.id()), () -> "The chain must show how the commission %s began".formatted(state.id()));
        ListEntry entry = new ListedCommission(state, first).entry(now).createdAt(now);
        return new Listed(state.id().value(), state.revision(), entry);
    }

    record Listed(@Id String id, long revision, ListEntry list) {

        Listed next(Commission state, Instant now) {
            TransactionId begun =
                    TransactionId.parse(Objects.requireNonNull(list.by().get(CommissionFilter.BEGUN)));
            ListEntry entry = new ListedCommission(state, begun).entry(now).replacing(list, now);
            return new Listed(id, state.revision(), entry);
        }
    }
}
