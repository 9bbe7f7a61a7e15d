package io.entente.commission.commissions;

import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.ledger.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the current states of commissions in their last transactions. The causes of a commission are numbered
 * without gaps, so the last one is found by reading blocks of causes by their unique key. No second collection needs
 * to agree with the chain.
 */
final class CurrentCommissions {

    /** Most commissions have fewer changes than this, so that one query finds the last. */
    private static final int BLOCK_REVISIONS = 12;

    private final Transactions transactions;

    CurrentCommissions(Transactions transactions) {
        this.transactions = transactions;
    }

    Map<CommissionId, Commission> find(Collection<CommissionId> ids) {
        Map<CommissionId, Long> last = new LinkedHashMap<>();
        ids.forEach(id -> last.put(id, 1L));
        Map<CommissionId, Long> open = new HashMap<>(last);
        while (!open.isEmpty()) {
            Map<String, CommissionId> causes = new HashMap<>();
            open.forEach((id, known) -> {
                for (long revision = known + 1; revision <= known + BLOCK_REVISIONS; revision++) {
                    causes.put(Movement.causeOf(id, revision), id);
                }
            });
            Map<CommissionId, Integer> found = new HashMap<>();
            for (String cause : transactions.existing(causes.keySet())) {
                found.merge(Objects.requireNonNull(causes.get(cause)), 1, Integer::sum);
            }
            found.forEach((id, count) -> last.merge(id, (long) count, Long::sum));
            open.keySet().removeIf(id -> found.getOrDefault(id, 0) < BLOCK_REVISIONS);
            open.replaceAll((id, known) -> Objects.requireNonNull(last.get(id)));
        }
        return commissions(last);
    }

    /** Returns the changes of a commission in order, up to {@code limit}. */
    List<LedgerTransaction> changes(CommissionId id, int limit) {
        List<LedgerTransaction> changes = new ArrayList<>();
        long from = 2;
        int found;
        do {
            List<String> causes = new ArrayList<>();
            for (long revision = from; revision < from + BLOCK_REVISIONS && changes.size() + causes.size() < limit; ) {
                causes.add(Movement.causeOf(id, revision++));
            }
            Map<String, LedgerTransaction> byCause = new HashMap<>();
            transactions.find(causes).forEach(transaction -> byCause.put(transaction.cause(), transaction));
            found = byCause.size();
            causes.stream().map(byCause::get).filter(Objects::nonNull).forEach(changes::add);
            from += BLOCK_REVISIONS;
        } while (found == BLOCK_REVISIONS && changes.size() < limit);
        return changes;
    }

    private Map<CommissionId, Commission> commissions(Map<CommissionId, Long> last) {
        List<String> causes = last.entrySet().stream()
                .map(entry -> entry.getValue() == 1
                        ? Posting.causeOf(entry.getKey())
                        : Movement.causeOf(entry.getKey(), entry.getValue()))
                .toList();
        Map<CommissionId, Commission> commissions = new LinkedHashMap<>();
        for (LedgerTransaction transaction : transactions.find(causes)) {
            Commission commission = commission(transaction);
            if (commission != null) {
                commissions.put(commission.id(), commission);
            }
        }
        return commissions;
    }

    private static @Nullable Commission commission(LedgerTransaction transaction) {
        if (transaction.entry() instanceof Movement movement) {
            return movement.after();
        }
        return transaction.kind() == TransactionKind.ACCRUAL ? Commission.of(Posting.of(transaction)) : null;
    }
}
