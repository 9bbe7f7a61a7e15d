package io.entente.commission.ledger.mongo;

import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.TransactionId;
import io.entente.commission.ledger.audit.ChainAudit;
import io.entente.commission.ledger.audit.ChainAudit.Difference;
import io.entente.commission.ledger.audit.LedgerAudit;
import io.entente.commission.ledger.audit.TrialBalance;
import io.entente.commission.ledger.canonical.CanonicalText;
import io.entente.commission.ledger.mongo.Anchors.Anchor;
import io.entente.commission.partners.PartnerId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Verifies the stored ledger chain by chain, in blocks. It needs memory for one block and one number per partner,
 * whatever the length of the history. Transactions that are appended during the audit are not reported as
 * differences.
 */
@Component
class MongoLedgerAudit implements LedgerAudit {

    private static final int BLOCK_TRANSACTIONS = 200;
    private static final int CURSOR_BATCH_DOCUMENTS = 1_000;

    private final MongoOperations mongo;
    private final LedgerDocuments documents;
    private final Chains chains;
    private final Anchors anchors;

    MongoLedgerAudit(MongoOperations mongo, LedgerDocuments documents, Chains chains) {
        this.mongo = mongo;
        this.documents = documents;
        this.chains = chains;
        this.anchors = new Anchors(mongo);
    }

    @Override
    public Report verify(@Nullable PartnerId partnerId) {
        long verified = 0;
        long transactions = 0;
        for (Map.Entry<String, Long> chain : sizes(partnerId).entrySet()) {
            PartnerId partner = new PartnerId(chain.getKey());
            ChainAudit audit = new ChainAudit(partner);
            walk(audit, partner, chain.getValue(), anchors.find(partner));
            verified++;
            transactions += audit.checked();
            Difference difference = audit.difference();
            if (difference != null) {
                return new Report(verified, transactions, 1, difference);
            }
            anchors.put(audit.head());
        }
        return new Report(verified, transactions, 0, null);
    }

    @Override
    public Report verifyNew() {
        Set<PartnerId> partners = new LinkedHashSet<>();
        chains.partners(partners::add);
        partners.addAll(anchors.partners());
        long transactions = 0;
        long differences = 0;
        Difference first = null;
        for (PartnerId partner : partners) {
            ChainAudit audit = sinceAnchor(partner);
            transactions += audit.checked();
            Difference difference = audit.difference();
            if (difference == null) {
                anchors.put(audit.head());
            } else {
                differences++;
                first = first == null ? difference : first;
            }
        }
        return new Report(partners.size(), transactions, differences, first);
    }

    @Override
    public TrialBalance trialBalance() {
        TrialBalance sum = new TrialBalance();
        chains.partners(partner -> sum.add(chains.head(ChainHead.start(partner)).balances()));
        return sum;
    }

    private ChainAudit sinceAnchor(PartnerId partner) {
        Anchor anchor = anchors.find(partner);
        if (anchor == null || anchor.number() == 0) {
            ChainAudit audit = new ChainAudit(partner);
            walk(audit, partner, 0, null);
            return audit;
        }
        Document stored = chains.find(new TransactionId(partner, anchor.number()));
        if (stored == null || !isAsAnchored(stored, anchor)) {
            ChainAudit audit = new ChainAudit(partner);
            audit.differs("or a later one has changed since the chain was last verified");
            return audit;
        }
        ChainAudit audit = new ChainAudit(documents.transaction(stored).asHead(anchor.hash()));
        walk(audit, partner, 0, null);
        return audit;
    }

    private static boolean isAsAnchored(Document stored, Anchor anchor) {
        try {
            return anchor.hash().equals(CanonicalText.hash(stored));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /**
     * Counts the transactions of each partner, whatever their numbers. A chain that ends early then shows up as a
     * gap.
     */
    private Map<String, Long> sizes(@Nullable PartnerId partnerId) {
        Map<String, Long> sizes = new TreeMap<>();
        for (PartnerId known : partnerId == null ? anchors.partners() : List.of(partnerId)) {
            if (anchors.find(known) != null) {
                sizes.put(known.value(), 0L);
            }
        }
        mongo.execute(Chains.COLLECTION, collection -> {
            FindIterable<Document> all =
                    partnerId == null ? collection.find() : collection.find(Chains.of(partnerId, 0));
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

    private void walk(ChainAudit audit, PartnerId partner, long size, @Nullable Anchor anchor) {
        List<Document> block;
        do {
            block = chains.block(partner, audit.head().number() + 1, BLOCK_TRANSACTIONS);
            for (Document stored : block) {
                if (!check(audit, stored, anchor)) {
                    return;
                }
            }
        } while (block.size() == BLOCK_TRANSACTIONS);
        if (anchor != null && anchor.number() > audit.head().number()) {
            audit.differs(
                    "is missing; the chain had %d transactions when it was last verified".formatted(anchor.number()));
            return;
        }
        if (audit.head().number() < size) {
            audit.differs("is missing; the chain has %d transactions in total".formatted(size));
        }
    }

    private boolean check(ChainAudit audit, Document stored, @Nullable Anchor anchor) {
        ChainedTransaction transaction;
        try {
            transaction = documents.read(stored);
        } catch (RuntimeException unreadable) {
            return audit.differs("was changed after it was written and can't be read: " + unreadable);
        }
        if (anchor != null
                && transaction.transaction().id().number() == anchor.number()
                && !transaction.hash().equals(anchor.hash())) {
            return audit.differs("isn't the transaction that was there when the chain was last verified");
        }
        return audit.check(transaction);
    }
}
