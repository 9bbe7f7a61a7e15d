package io.entente.commission.accrual;

import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerBatch;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Posting;
import io.entente.commission.partners.PartnerId;
import io.entente.messaging.ids.DerivedId;
import io.entente.messaging.rest.Page;
import io.entente.messaging.rest.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The ledger without a store. */
final class InMemoryLedger implements Ledger {

    private static final Instant NOW = Instant.parse("2026-04-02T09:00:00Z");

    private final Map<PartnerId, ChainHead> heads = new HashMap<>();
    private final Set<String> causes = new HashSet<>();
    private final List<LedgerTransaction> transactions = new ArrayList<>();

    @Override
    public boolean append(Posting posting) {
        if (!causes.add(posting.cause())) {
            return false;
        }
        PartnerId partner = posting.deal().partnerId();
        LedgerTransaction next = head(partner).next(posting, NOW);
        transactions.add(next);
        heads.put(partner, next.asHead(DerivedId.sha256(next.id().toString())));
        return true;
    }

    @Override
    public LedgerBatch batch() {
        return new LedgerBatch() {
            private final List<Posting> gathered = new ArrayList<>();

            @Override
            public void add(Posting posting) {
                gathered.add(posting);
            }

            @Override
            public Set<String> commit() {
                return gathered.stream()
                        .filter(InMemoryLedger.this::append)
                        .map(Posting::cause)
                        .collect(Collectors.toCollection(HashSet::new));
            }
        };
    }

    @Override
    public ChainHead head(PartnerId partnerId) {
        return heads.getOrDefault(partnerId, ChainHead.start(partnerId));
    }

    @Override
    public Page<ChainedTransaction> chain(PartnerId partnerId, PageRequest page) {
        throw new UnsupportedOperationException("not asked for here");
    }

    List<LedgerTransaction> transactions() {
        return transactions;
    }
}
