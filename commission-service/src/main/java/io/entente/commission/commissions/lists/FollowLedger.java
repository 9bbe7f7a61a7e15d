package io.entente.commission.commissions.lists;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Posting;
import io.entente.commission.ledger.AppendObserver;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionId;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.partners.PartnerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the list of commissions up to date with the chains. A chain never changes, so every transaction is read once. Chains to which
 * this instance wrote are read within a second. When the service starts, and every hour, all chains are read, because an instance
 * that stopped may have left some.
 */
public final class FollowLedger implements AppendObserver {

    /** The maximum number of transactions that one run or one request reads, so that the list doesn't hinder the ledger. */
    static final int MAX_TRANSACTIONS = 2_000;

    private static final int BLOCK_TRANSACTIONS = 200;
    private static final Duration ALL_EVERY = Duration.ofHours(1);

    private final Transactions transactions;
    private final CommissionList list;
    private final Clock clock;
    private final Set<PartnerId> changed = ConcurrentHashMap.newKeySet();
    private Instant nextForAll = Instant.MIN;

    public FollowLedger(Transactions transactions, CommissionList list, Clock clock) {
        this.transactions = transactions;
        this.list = list;
        this.clock = clock;
    }

    @Override
    public void appended(Entry entry) {
        changed.add(entry.partnerId());
    }

    /** Reads the chains that have changed. */
    public synchronized void run() {
        Instant now = clock.instant();
        if (!now.isBefore(nextForAll)) {
            transactions.partners(changed::add);
            nextForAll = now.plus(ALL_EVERY);
        }
        readChanged();
    }

    /** Reads the chains to which this instance wrote, before a list of all partners is read. */
    public synchronized void readChanged() {
        int left = MAX_TRANSACTIONS;
        for (PartnerId partner : List.copyOf(changed)) {
            if (left <= 0) {
                return;
            }
            changed.remove(partner);
            left -= read(partner, left);
        }
    }

    /** Reads one chain, before the list of its partner is read. */
    public void read(PartnerId partner) {
        read(partner, MAX_TRANSACTIONS);
    }

    private int read(PartnerId partner, int limit) {
        int read = 0;
        long upTo = list.upTo(partner);
        List<LedgerTransaction> block;
        do {
            block = transactions.block(partner, upTo + 1, BLOCK_TRANSACTIONS);
            if (!block.isEmpty()) {
                upTo = block.get(block.size() - 1).id().number();
                keep(partner, block, upTo);
                read += block.size();
            }
        } while (block.size() == BLOCK_TRANSACTIONS && read < limit);
        if (block.size() == BLOCK_TRANSACTIONS) {
            changed.add(partner);
        }
        return read;
    }

    private void keep(PartnerId partner, List<LedgerTransaction> block, long upTo) {
        Map<CommissionId, Commission> states = new LinkedHashMap<>();
        Map<CommissionId, TransactionId> begun = new HashMap<>();
        for (LedgerTransaction transaction : block) {
            if (transaction.entry() instanceof Movement movement) {
                states.put(movement.after().id(), movement.after());
            } else if (transaction.kind() == TransactionKind.ACCRUAL) {
                Commission accrued = Commission.of(Posting.of(transaction));
                states.put(accrued.id(), accrued);
            }
            if (Commission.beginsWith(transaction)) {
                begun.put(CommissionId.of(transaction.deal().orElseThrow()), transaction.id());
            }
        }
        list.keep(partner, states, begun, upTo);
    }
}
