package io.entente.commission.invoices.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.commission.invoices.BlockedInvoice;
import io.entente.commission.invoices.BlockedInvoiceFilter;
import io.entente.commission.invoices.BlockedInvoices;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.StatementId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.runtime.lists.IndexedList;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Blocked invoices in the collection {@code blocked_invoices}, by statement. */
@Repository
class MongoBlockedInvoices implements BlockedInvoices {

    static final String COLLECTION = "blocked_invoices";
    static final String TRY_AT = "tryAt";
    static final String PARTNER = "partnerId";

    private final MongoOperations mongo;
    private final IndexedList list;

    MongoBlockedInvoices(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, BlockedInvoiceFilter.ORDERS, clock);
    }

    @Override
    public void put(BlockedInvoice blocked) {
        mongo.upsert(
                byId(blocked.statementId()),
                new Update()
                        .set(PARTNER, blocked.partnerId().value())
                        .set("period", blocked.period().toString())
                        .set("reason", blocked.reason())
                        .setOnInsert("since", blocked.since())
                        .setOnInsert(IndexedList.FIELD, BlockedInvoiceFilter.entry(blocked))
                        .set(TRY_AT, blocked.tryAt()),
                COLLECTION);
    }

    @Override
    public boolean isBlocked(StatementId statement) {
        return mongo.exists(byId(statement), COLLECTION);
    }

    @Override
    public void remove(StatementId statement) {
        mongo.remove(byId(statement), COLLECTION);
    }

    @Override
    public List<BlockedInvoice> due(Instant now, int count) {
        return find(new Query(where(TRY_AT).lte(now)).with(Sort.by(TRY_AT)).limit(count));
    }

    @Override
    public void retry(PartnerId partner, Instant now) {
        mongo.updateMulti(new Query(where(PARTNER).is(partner.value())), new Update().set(TRY_AT, now), COLLECTION);
    }

    @Override
    public Page<BlockedInvoice> page(BlockedInvoiceFilter filter, PageRequest page) {
        return list.page(filter.query(), page, this::find, blocked -> blocked.statementId()
                .value());
    }

    private List<BlockedInvoice> find(Query query) {
        return mongo.find(query, BlockedDocument.class, COLLECTION).stream()
                .map(BlockedDocument::toBlocked)
                .toList();
    }

    private static Query byId(StatementId statement) {
        return new Query(where("_id").is(statement.value()));
    }

    /** The stored form of a blocked invoice. */
    record BlockedDocument(
            @Id String id, String partnerId, String period, String reason, Instant since, Instant tryAt) {

        BlockedInvoice toBlocked() {
            return new BlockedInvoice(
                    new StatementId(id),
                    new PartnerId(partnerId),
                    Quarter.parse(period).orElseThrow(),
                    reason,
                    since,
                    tryAt);
        }
    }
}
