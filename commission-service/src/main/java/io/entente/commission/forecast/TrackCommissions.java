package io.entente.commission.forecast;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Posting;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Follows a partner's chain to know which of its commissions may have accrued parts. A chain never changes, so every
 * transaction is read once. A reader that is far behind catches up over several requests.
 */
final class TrackCommissions {

    /** The maximum number of transactions that one request reads. */
    static final int MOST_TRANSACTIONS = 5_000;

    private static final int BLOCK_TRANSACTIONS = 200;

    private final Ledger ledger;
    private final Transactions transactions;
    private final OpenCommissions open;

    TrackCommissions(Ledger ledger, Transactions transactions, OpenCommissions open) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.open = open;
    }

    /** Reads the transactions since the last time. Returns whether all of them were read. */
    boolean catchUp(PartnerId partner) {
        ChainHead head = ledger.head(partner);
        long upTo = open.upTo(partner);
        for (int read = 0; upTo < head.number() && read < MOST_TRANSACTIONS; read += BLOCK_TRANSACTIONS) {
            List<LedgerTransaction> block = transactions.block(partner, upTo + 1, BLOCK_TRANSACTIONS);
            if (block.isEmpty()) {
                break;
            }
            upTo = block.get(block.size() - 1).id().number();
            open.add(
                    partner,
                    block.stream()
                            .flatMap(transaction -> concerned(transaction).stream())
                            .distinct()
                            .toList(),
                    upTo);
        }
        return upTo >= head.number();
    }

    /** Passes entries to the reader in blocks, up to a number of entries. Returns whether these were all. */
    boolean read(PartnerId partner, int most, Consumer<List<OpenCommissions.Entry>> reader) {
        List<OpenCommissions.Entry> block = new ArrayList<>();
        int read = 0;
        do {
            CommissionId after =
                    block.isEmpty() ? null : block.get(block.size() - 1).commission();
            block = open.list(partner, after, BLOCK_TRANSACTIONS);
            reader.accept(block);
            read += block.size();
        } while (block.size() == BLOCK_TRANSACTIONS && read < most);
        return block.size() < BLOCK_TRANSACTIONS;
    }

    private static Optional<CommissionId> concerned(LedgerTransaction transaction) {
        if (transaction.entry() instanceof Movement movement) {
            return Optional.of(movement.after().id());
        }
        return transaction.entry() instanceof Posting posting && posting.outcome() instanceof Earned
                ? Optional.of(CommissionId.of(posting.deal()))
                : Optional.empty();
    }
}
