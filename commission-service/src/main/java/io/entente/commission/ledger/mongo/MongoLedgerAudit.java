package io.entente.commission.ledger.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import io.entente.commission.ledger.ChainAudit;
import io.entente.commission.ledger.ChainAudit.Difference;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.LedgerAudit;
import io.entente.commission.partners.PartnerId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Verifies the ledger as it is stored, chain by chain in blocks: its memory is a block and one number per partner, however
 * long the history. Transactions appended meanwhile are no difference.
 */
@Component
class MongoLedgerAudit implements LedgerAudit {

    private static final int BLOCK_TRANSACTIONS = 200;
    private static final int CURSOR_BATCH_DOCUMENTS = 1_000;

    private final MongoOperations mongo;
    private final Chains chains;

    MongoLedgerAudit(MongoOperations mongo) {
        this.mongo = mongo;
        this.chains = new Chains(mongo);
    }

    @Override
    public Report verify(@Nullable PartnerId partnerId) {
        long verified = 0;
        long transactions = 0;
        for (Map.Entry<String, Long> chain : sizes(partnerId).entrySet()) {
            ChainAudit audit = new ChainAudit(new PartnerId(chain.getKey()));
            walk(audit, new PartnerId(chain.getKey()), chain.getValue());
            verified++;
            transactions += audit.checked();
            Difference difference = audit.difference();
            if (difference != null) {
                return new Report(verified, transactions, difference);
            }
        }
        return new Report(verified, transactions, null);
    }

    /** How many transactions each partner has, whatever their numbers: a chain that ends early has a gap. */
    private Map<String, Long> sizes(@Nullable PartnerId partnerId) {
        Map<String, Long> sizes = new TreeMap<>();
        mongo.execute(Chains.COLLECTION, collection -> {
            FindIterable<Document> all = partnerId == null
                    ? collection.find()
                    : collection.find(eq(LedgerFields.PARTNER, partnerId.value()));
            try (MongoCursor<Document> cursor = all.projection(include(LedgerFields.PARTNER))
                    .batchSize(CURSOR_BATCH_DOCUMENTS)
                    .cursor()) {
                while (cursor.hasNext()) {
                    sizes.merge(String.valueOf(cursor.next().get(LedgerFields.PARTNER)), 1L, Long::sum);
                }
            }
            return sizes;
        });
        return sizes;
    }

    private void walk(ChainAudit audit, PartnerId partner, long size) {
        List<Document> block;
        do {
            block = chains.block(partner, audit.checked() + 1, BLOCK_TRANSACTIONS);
            for (Document stored : block) {
                if (!check(audit, stored)) {
                    return;
                }
            }
        } while (block.size() == BLOCK_TRANSACTIONS);
        if (audit.checked() < size) {
            audit.differs("is missing; the chain has %d transactions in all".formatted(size));
        }
    }

    private static boolean check(ChainAudit audit, Document stored) {
        ChainedTransaction transaction;
        try {
            transaction = LedgerDocuments.read(stored);
        } catch (RuntimeException unreadable) {
            return audit.differs("was changed after it was written: it can't be read, " + unreadable);
        }
        return audit.check(transaction);
    }
}
