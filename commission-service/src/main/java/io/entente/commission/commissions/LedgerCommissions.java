package io.entente.commission.commissions;

import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads commissions from the ledger: one by its cause, those of a partner along its chain, and all of them chain by
 * chain.
 */
public final class LedgerCommissions implements Commissions {

    private static final int BLOCK_TRANSACTIONS = 200;

    /** The kinds of transactions that {@link Commission#beginsWith} can accept. */
    private static final Set<TransactionKind> BEGINNINGS =
            EnumSet.of(TransactionKind.ACCRUAL, TransactionKind.ADJUSTED, TransactionKind.ADJUSTMENT_SHARED);

    private final Transactions transactions;
    private final CurrentCommissions current;

    public LedgerCommissions(Transactions transactions) {
        this.transactions = transactions;
        this.current = new CurrentCommissions(transactions);
    }

    @Override
    public Optional<LedgerTransaction> find(CommissionId id) {
        // A deal that earned nothing has a commission only if a later tier added one.
        return transactions.find(List.of(Posting.causeOf(id))).stream()
                .filter(found ->
                        found.kind() == TransactionKind.ACCRUAL || standing(id).isPresent())
                .findFirst();
    }

    @Override
    public Map<CommissionId, LedgerTransaction> begun(Collection<CommissionId> ids) {
        List<String> causes = new ArrayList<>();
        ids.forEach(id -> {
            causes.add(Posting.causeOf(id));
            causes.add(Movement.causeOf(id, Movement.FIRST_REVISION));
        });
        return transactions.find(causes).stream()
                .filter(Commission::beginsWith)
                .collect(Collectors.toMap(begun -> CommissionId.of(begun.deal().orElseThrow()), begun -> begun));
    }

    @Override
    public Optional<Commission> standing(CommissionId id) {
        return Optional.ofNullable(current.find(List.of(id)).get(id));
    }

    @Override
    public Map<CommissionId, Commission> standings(Collection<CommissionId> ids) {
        return ids.isEmpty() ? Map.of() : current.find(ids);
    }

    @Override
    public List<LedgerTransaction> changes(CommissionId id, int limit) {
        return current.changes(id, limit);
    }

    @Override
    public Page<LedgerTransaction> list(@Nullable PartnerId partnerId, PageRequest page) {
        List<LedgerTransaction> found = partnerId == null ? ofAll(page) : of(partnerId, page);
        return Page.of(found, page, transaction -> transaction.id().toString());
    }

    @Override
    public void accruedWithin(Instant from, Instant until, Consumer<List<LedgerTransaction>> reader) {
        transactions.partners(partner -> accruedWithin(partner, from, until, reader));
    }

    private void accruedWithin(
            PartnerId partner, Instant from, Instant until, Consumer<List<LedgerTransaction>> reader) {
        long next = transactions.firstAt(partner, from);
        List<LedgerTransaction> found;
        do {
            found = transactions.block(partner, next, BLOCK_TRANSACTIONS).stream()
                    .filter(transaction -> transaction.recordedAt().isBefore(until))
                    .toList();
            List<LedgerTransaction> begun =
                    found.stream().filter(Commission::beginsWith).toList();
            if (!begun.isEmpty()) {
                reader.accept(begun);
            }
            next += found.size();
        } while (found.size() == BLOCK_TRANSACTIONS);
    }

    /**
     * Walks the chain until the page is full. A query by partner would need another index, which would slow down
     * every append.
     */
    private List<LedgerTransaction> of(PartnerId partner, PageRequest page) {
        List<LedgerTransaction> found = new ArrayList<>();
        long from = transactions.firstOf(partner, page);
        while (found.size() < page.fetch()) {
            List<LedgerTransaction> block = transactions.block(partner, from, page.fetch());
            addBeginnings(block, page, found);
            if (block.size() < page.fetch()) {
                break;
            }
            from += block.size();
        }
        return found;
    }

    private List<LedgerTransaction> ofAll(PageRequest page) {
        List<LedgerTransaction> found = new ArrayList<>();
        String after = page.after();
        while (found.size() < page.fetch()) {
            List<LedgerTransaction> block = transactions.ofKinds(BEGINNINGS, after, page.fetch());
            addBeginnings(block, page, found);
            if (block.size() < page.fetch()) {
                break;
            }
            after = block.get(block.size() - 1).id().toString();
        }
        return found;
    }

    private static void addBeginnings(List<LedgerTransaction> block, PageRequest page, List<LedgerTransaction> found) {
        block.stream()
                .filter(Commission::beginsWith)
                .limit((long) page.fetch() - found.size())
                .forEach(found::add);
    }
}
