package io.entente.commission.ledger.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerBatch;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Stores the ledger in the collection {@code ledger_transactions}. An append is a single insert, and a batch is a
 * single bulk insert. The head of the chain comes from memory. The store refuses the insert if that head is out of
 * date, because {@code _id} exists, or if the entry was written before, because {@code cause} exists. Both keys are
 * unique, so each number and each cause has exactly one transaction, however many threads and instances append.
 */
@Repository
class MongoLedger implements Ledger {

    /** An append gives up after this many attempts. The event is then delivered again. */
    private static final int MAX_ATTEMPTS = 100;

    private final MongoOperations mongo;
    private final LedgerDocuments documents;
    private final Chains chains;
    private final ChainHeads heads;
    private final LedgerWriter writer;

    MongoLedger(
            MongoOperations mongo, LedgerDocuments documents, Chains chains, ChainHeads heads, LedgerWriter writer) {
        this.mongo = mongo;
        this.documents = documents;
        this.chains = chains;
        this.heads = heads;
        this.writer = writer;
    }

    @Override
    public boolean append(Entry entry) {
        return append(entry.partnerId(), head -> Optional.of(entry));
    }

    @Override
    public boolean append(PartnerId partner, Function<ChainHead, Optional<? extends Entry>> decision) {
        return OptimisticRetry.retryOnConflict(MAX_ATTEMPTS, () -> attempt(partner, decision));
    }

    private boolean attempt(PartnerId partner, Function<ChainHead, Optional<? extends Entry>> decision) {
        ChainHead head = heads.known(partner);
        Optional<? extends Entry> entry = decision.apply(head);
        if (entry.isEmpty()) {
            if (heads.read(partner).number() == head.number()) {
                return false;
            }
            throw new ConcurrentUpdateException(
                    "The chain of %s has grown since it was read; the entry must be decided again".formatted(partner));
        }
        if (writer.write(List.of(writer.seal(head, entry.get()))) == 1) {
            return true;
        }
        if (isBooked(entry.get().cause())) {
            return false;
        }
        writer.conflict();
        throw new ConcurrentUpdateException(
                "Another instance has written to the chain of %s; the entry must be decided again".formatted(partner));
    }

    @Override
    public Optional<LedgerTransaction> find(String cause) {
        return Optional.ofNullable(mongo.execute(Chains.COLLECTION, collection -> collection
                        .find(eq(LedgerFields.CAUSE, cause))
                        .first()))
                .map(documents::transaction);
    }

    @Override
    public LedgerBatch batch() {
        return new MongoLedgerBatch(writer, heads);
    }

    @Override
    public ChainHead head(PartnerId partnerId) {
        return heads.read(partnerId);
    }

    @Override
    public Page<ChainedTransaction> chain(PartnerId partnerId, PageRequest page) {
        long from = LedgerCursor.numberAfter(partnerId, page);
        List<Document> found = chains.block(partnerId, from, page.fetch());
        return Page.of(found, page, document -> document.getString(LedgerFields.ID))
                .map(documents::read);
    }

    private boolean isBooked(String cause) {
        Document found = mongo.execute(Chains.COLLECTION, collection -> collection
                .find(eq(LedgerFields.CAUSE, cause))
                .projection(include(LedgerFields.ID))
                .first());
        return found != null;
    }
}
