package io.entente.commission.statements;

import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerBatch;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionId;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps chains in memory, with the times that the test sets, and counts the transactions that are read. */
public final class RecordingLedger implements Ledger {

    private final Map<PartnerId, List<ChainedTransaction>> chains = new HashMap<>();
    private long read;

    /** Appends an entry to its partner's chain. */
    public RecordingLedger at(String instant, Entry posting) {
        PartnerId partner = posting.partnerId();
        LedgerTransaction next = head(partner).next(posting, Instant.parse(instant));
        String hash = "hash-" + next.id();
        chains.computeIfAbsent(partner, of -> new ArrayList<>()).add(new ChainedTransaction(next, hash, hash));
        return this;
    }

    /** The number of transactions read so far. */
    public long read() {
        return read;
    }

    @Override
    public boolean append(Entry entry) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean append(PartnerId partnerId, Function<ChainHead, Optional<? extends Entry>> decision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<LedgerTransaction> find(String cause) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LedgerBatch batch() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ChainHead head(PartnerId partnerId) {
        List<ChainedTransaction> chain = chains.getOrDefault(partnerId, List.of());
        if (chain.isEmpty()) {
            return ChainHead.start(partnerId);
        }
        ChainedTransaction last = chain.get(chain.size() - 1);
        return last.transaction().asHead(last.hash());
    }

    @Override
    public Page<ChainedTransaction> chain(PartnerId partnerId, PageRequest page) {
        List<ChainedTransaction> chain = chains.getOrDefault(partnerId, List.of());
        int from = page.after() == null
                ? 0
                : (int) TransactionId.parse(page.after()).number();
        List<ChainedTransaction> found = chain.subList(from, Math.min(chain.size(), from + page.fetch()));
        read += found.size();
        return Page.of(found, page, one -> one.transaction().id().toString());
    }
}
