package io.entente.commission.ledger.mongo;

import io.entente.commission.ledger.StoredEntries;
import io.entente.commission.partners.PartnerId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** The documents of {@code ledger_transactions} as they are stored. */
@Repository
class MongoStoredEntries implements StoredEntries {

    private final Chains chains;

    MongoStoredEntries(Chains chains) {
        this.chains = chains;
    }

    @Override
    public List<Map<String, Object>> block(PartnerId partner, long from, int count) {
        return List.copyOf(chains.block(partner, from, count));
    }
}
