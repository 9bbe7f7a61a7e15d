package io.entente.commission.statements.chain;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Portion;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.payables.PayoutEntry;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.commissions.refunds.NotedRefund;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFile;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.ledger.Transactions;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds causes in what is on record: a deal counts on the day on which it was earned, a refund or reversal on the day that was reported
 * with it, a payout on the value date of the bank. A block of transactions costs two queries, and one for each payout in it.
 */
public final class RecordedCauses implements LineCauses {

    /** Kinds that a report about the deal, a person or a payout can cause. The state before tells which. */
    private static final Set<TransactionKind> CHANGES = EnumSet.of(
            TransactionKind.CLAWED_BACK,
            TransactionKind.CLAWBACK_SHARED,
            TransactionKind.REFUND_NOTED,
            TransactionKind.VOIDED,
            TransactionKind.ADJUSTED,
            TransactionKind.ADJUSTMENT_SHARED,
            TransactionKind.PAID,
            TransactionKind.PAYOUT_FAILED,
            TransactionKind.RETURNED);

    private final Transactions transactions;
    private final DealFiles files;
    private final PayoutDays payouts;

    public RecordedCauses(Transactions transactions, DealFiles files, PayoutDays payouts) {
        this.transactions = transactions;
        this.files = files;
        this.payouts = payouts;
    }

    @Override
    public Map<Long, Cause> of(List<LedgerTransaction> block) {
        List<Movement> changes = block.stream()
                .filter(transaction -> CHANGES.contains(transaction.kind()))
                .map(LedgerTransaction::entry)
                .filter(Movement.class::isInstance)
                .map(Movement.class::cast)
                .toList();
        Map<String, LedgerTransaction> before = before(changes);
        Map<String, List<DealFact>> facts = facts(block);
        Map<Long, Cause> causes = new HashMap<>();
        for (LedgerTransaction transaction : block) {
            cause(transaction, before, facts)
                    .ifPresent(cause -> causes.put(transaction.id().number(), cause));
        }
        return causes;
    }

    private Optional<Cause> cause(
            LedgerTransaction transaction, Map<String, LedgerTransaction> before, Map<String, List<DealFact>> facts) {
        if (transaction.entry() instanceof Posting posting) {
            return Optional.of(Cause.on(posting.deal().earnedOn()));
        }
        if (transaction.entry() instanceof Recount recount) {
            return recount.reversed()
                    ? reversal(facts.getOrDefault(recount.deal().dealId(), List.of()))
                    : Optional.of(Cause.on(recount.after().closedOn()));
        }
        if (transaction.entry() instanceof NotedRefund noted) {
            return Optional.of(Cause.on(noted.on()));
        }
        if (transaction.entry() instanceof PayoutEntry payout) {
            return Optional.of(Cause.payout(payout.payoutId(), payoutDay(payout)));
        }
        if (!(transaction.entry() instanceof Movement movement) || !CHANGES.contains(movement.kind())) {
            return Optional.empty();
        }
        Commission then = stateBefore(before.get(causeBefore(movement)));
        return switch (movement.kind()) {
            case PAID -> payout(movement.after(), then).map(id -> Cause.payout(id, payouts.paidOn(id)));
            case RETURNED -> paidBefore(movement, then).map(id -> Cause.payout(id, payouts.returnedOn(id)));
            case PAYOUT_FAILED -> paidBefore(movement, then).map(id -> Cause.payout(id, Optional.empty()));
            default -> fact(movement, then, facts).map(Cause::of);
        };
    }

    private static Optional<String> paidBefore(Movement movement, @Nullable Commission then) {
        return then == null ? Optional.empty() : payout(then, movement.after());
    }

    /** The bank's day of what a payout books as a whole. */
    private Optional<LocalDate> payoutDay(PayoutEntry payout) {
        return switch (payout.stage()) {
            case PAID -> payouts.paidOn(payout.payoutId());
            case RETURNED -> payouts.returnedOn(payout.payoutId());
            case PLANNED, FAILED, NOT_PAID -> Optional.empty();
        };
    }

    /** The payout of the portions that are paid in one state and not in the other. */
    private static Optional<String> payout(Commission paid, @Nullable Commission other) {
        Set<Integer> unchanged = other == null
                ? Set.of()
                : other.portions().stream()
                        .filter(portion -> portion.state() == Portion.State.PAID)
                        .map(Portion::number)
                        .collect(Collectors.toSet());
        return paid.portions().stream()
                .filter(portion -> portion.state() == Portion.State.PAID && !unchanged.contains(portion.number()))
                .flatMap(portion -> Stream.ofNullable(portion.payoutId()))
                .findFirst();
    }

    /** The last fact that the movement settled; empty if it settled none. */
    private static Optional<DealFact> fact(
            Movement movement, @Nullable Commission before, Map<String, List<DealFact>> facts) {
        int settled = movement.after().settled().facts();
        List<DealFact> known = facts.getOrDefault(movement.after().deal().dealId(), List.of());
        boolean settlesOne = settled > (before == null ? 0 : before.settled().facts());
        return settlesOne && settled <= known.size() ? Optional.of(known.get(settled - 1)) : Optional.empty();
    }

    private static Optional<Cause> reversal(List<DealFact> facts) {
        return facts.stream()
                .filter(fact -> fact.kind() == DealFact.Kind.REVERSAL)
                .reduce((earlier, later) -> later)
                .map(Cause::of);
    }

    private static @Nullable Commission stateBefore(@Nullable LedgerTransaction transaction) {
        if (transaction == null) {
            return null;
        }
        if (transaction.entry() instanceof Movement movement) {
            return movement.after();
        }
        boolean began = transaction.kind() == TransactionKind.ACCRUAL;
        return began && transaction.entry() instanceof Posting posting ? Commission.of(posting) : null;
    }

    private static String causeBefore(Movement movement) {
        Commission after = movement.after();
        return after.revision() > Movement.FIRST_REVISION
                ? Movement.causeOf(after.id(), after.revision() - 1)
                : Posting.causeOf(after.id());
    }

    private Map<String, LedgerTransaction> before(List<Movement> changes) {
        List<String> causes = changes.stream().map(RecordedCauses::causeBefore).toList();
        return causes.isEmpty()
                ? Map.of()
                : transactions.find(causes).stream()
                        .collect(Collectors.toMap(LedgerTransaction::cause, Function.identity(), (one, same) -> one));
    }

    private Map<String, List<DealFact>> facts(List<LedgerTransaction> block) {
        Set<String> deals = block.stream()
                .filter(transaction ->
                        CHANGES.contains(transaction.kind()) || transaction.kind() == TransactionKind.RECOUNTED)
                .flatMap(transaction -> transaction.deal().stream())
                .map(CreditedDeal::dealId)
                .collect(Collectors.toSet());
        return deals.isEmpty()
                ? Map.of()
                : files.find(deals).stream().collect(Collectors.toMap(DealFile::dealId, DealFile::facts));
    }
}
