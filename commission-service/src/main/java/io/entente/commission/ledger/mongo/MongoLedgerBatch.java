package io.entente.commission.ledger.mongo;

import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.LedgerBatch;
import io.entente.commission.ledger.mongo.LedgerWriter.Sealed;
import io.entente.commission.partners.PartnerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects entries for one bulk insert. Each entry is sealed behind those of its partner that were added before. */
final class MongoLedgerBatch implements LedgerBatch {

    private final LedgerWriter writer;
    private final ChainHeads heads;
    private final List<Sealed> sealed = new ArrayList<>();
    private final Map<PartnerId, ChainHead> ends = new HashMap<>();
    private final Set<String> causes = new LinkedHashSet<>();

    MongoLedgerBatch(LedgerWriter writer, ChainHeads heads) {
        this.writer = writer;
        this.heads = heads;
    }

    @Override
    public ChainHead end(PartnerId partnerId) {
        return ends.computeIfAbsent(partnerId, heads::known);
    }

    @Override
    public void add(Entry entry) {
        if (!causes.add(entry.cause())) {
            // The event was delivered twice in one poll.
            return;
        }
        Sealed next = writer.seal(end(entry.partnerId()), entry);
        ends.put(entry.partnerId(), next.head());
        sealed.add(next);
    }

    @Override
    public Set<String> commit() {
        Set<String> written = new LinkedHashSet<>();
        if (!sealed.isEmpty()) {
            int count = writer.write(List.copyOf(sealed));
            sealed.subList(0, count)
                    .forEach(transaction -> written.add(transaction.entry().cause()));
        }
        sealed.clear();
        ends.clear();
        causes.clear();
        return written;
    }
}
