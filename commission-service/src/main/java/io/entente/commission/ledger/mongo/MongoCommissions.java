package io.entente.commission.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import io.entente.commission.ledger.Commission;
import io.entente.commission.ledger.CommissionId;
import io.entente.commission.ledger.Commissions;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Movement;
import io.entente.commission.ledger.Posting;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Commissions read from the ledger: one by its cause, a partner's along its chain, all in order of {@code _id}. */
@Repository
class MongoCommissions implements Commissions {

    private static final int BLOCK_TRANSACTIONS = 200;
    private static final String ACCRUAL = TransactionKind.ACCRUAL.name();

    /** {@link LedgerTransaction#beginsCommission} as a query; a currency has up to three decimals. */
    private static final Bson BEGINNINGS = or(
            eq(LedgerFields.KIND, ACCRUAL),
            and(
                    eq(LedgerFields.KIND, TransactionKind.ADJUSTED.name()),
                    eq("life.revision", Movement.FIRST_REVISION),
                    in("life.accrued", "0", "0.0", "0.00", "0.000")));

    private final MongoOperations mongo;
    private final Chains chains;
    private final Standings standings;

    MongoCommissions(MongoOperations mongo) {
        this.mongo = mongo;
        this.chains = new Chains(mongo);
        this.standings = new Standings(mongo);
    }

    @Override
    public Optional<LedgerTransaction> find(CommissionId id) {
        Document stored = mongo.execute(Chains.COLLECTION, collection -> collection
                .find(eq(LedgerFields.CAUSE, Posting.causeOf(id)))
                .first());
        // A deal that earned nothing has a commission only where a later tier lifted it.
        return Optional.ofNullable(stored)
                .filter(found -> isAccrual(found) || standing(id).isPresent())
                .map(LedgerDocuments::transaction);
    }

    @Override
    public Optional<Commission> standing(CommissionId id) {
        return Optional.ofNullable(standings.find(List.of(id)).get(id));
    }

    @Override
    public Map<CommissionId, Commission> standings(Collection<CommissionId> ids) {
        return ids.isEmpty() ? Map.of() : standings.find(ids);
    }

    @Override
    public List<LedgerTransaction> changes(CommissionId id, int limit) {
        return standings.changes(id, limit);
    }

    @Override
    public Page<LedgerTransaction> list(@Nullable PartnerId partnerId, PageRequest page) {
        List<LedgerTransaction> found = partnerId == null ? ofAll(page) : of(partnerId, page);
        return Page.of(found, page, transaction -> transaction.id().toString());
    }

    @Override
    public void accruedWithin(Instant from, Instant until, Consumer<List<LedgerTransaction>> reader) {
        chains.partners(partner -> accruedWithin(partner, from, until, reader));
    }

    private void accruedWithin(
            PartnerId partner, Instant from, Instant until, Consumer<List<LedgerTransaction>> reader) {
        long next = chains.firstAt(partner, from);
        List<LedgerTransaction> found;
        do {
            found = chains.block(partner, next, BLOCK_TRANSACTIONS).stream()
                    .map(LedgerDocuments::transaction)
                    .filter(transaction -> transaction.recordedAt().isBefore(until))
                    .toList();
            List<LedgerTransaction> begun =
                    found.stream().filter(LedgerTransaction::beginsCommission).toList();
            if (!begun.isEmpty()) {
                reader.accept(begun);
            }
            next += found.size();
        } while (found.size() == BLOCK_TRANSACTIONS);
    }

    /** Walks the chain until the page is full: no query by partner, which would need an index that every append pays for. */
    private List<LedgerTransaction> of(PartnerId partner, PageRequest page) {
        List<LedgerTransaction> found = new ArrayList<>();
        long from = LedgerCursor.numberAfter(partner, page);
        while (found.size() < page.fetch()) {
            List<Document> block = chains.block(partner, from, page.fetch());
            block.stream()
                    .map(LedgerDocuments::transaction)
                    .filter(LedgerTransaction::beginsCommission)
                    .limit((long) page.fetch() - found.size())
                    .forEach(found::add);
            if (block.size() < page.fetch()) {
                break;
            }
            from += block.size();
        }
        return found;
    }

    private List<LedgerTransaction> ofAll(PageRequest page) {
        Bson wanted = page.after() == null ? BEGINNINGS : and(BEGINNINGS, gt(LedgerFields.ID, page.after()));
        List<Document> found = mongo.execute(Chains.COLLECTION, collection -> collection
                .find(wanted)
                .sort(ascending(LedgerFields.ID))
                .limit(page.fetch())
                .into(new ArrayList<>()));
        return Objects.requireNonNull(found).stream()
                .map(LedgerDocuments::transaction)
                .toList();
    }

    private static boolean isAccrual(Document stored) {
        return ACCRUAL.equals(stored.getString(LedgerFields.KIND));
    }
}
