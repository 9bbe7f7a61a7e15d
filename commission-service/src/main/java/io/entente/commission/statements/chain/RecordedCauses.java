package io.entente.commission.statements.chain;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
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
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.DealAmendments;
import io.entente.commission.deals.amendments.ServiceChange;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.statements.chain.Cause.Note;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds causes in what is on record: a deal counts on the day on which it was earned, a refund or reversal on the day that was reported
 * with it, a payout on the value date of the bank. A block of transactions costs two queries, a third one if deals were
 * adjusted in it, and one for each payout in it.
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
    private final DealAmendments amendments;
    private final PayoutDays payouts;

    public RecordedCauses(Transactions transactions, DealFiles files, DealAmendments amendments, PayoutDays payouts) {
        this.transactions = transactions;
        this.files = files;
        this.amendments = amendments;
        this.payouts = payouts;
    }

    @Override
    public Map<Long, Cause> of(List<LedgerTransaction> block) {
        Map<String, LedgerTransaction> before = before(block);
        Map<String, List<DealFact>> facts = facts(block);
        Map<String, SortedMap<Long, ServiceChange>> services = services(block);
        Map<Long, Cause> causes = new HashMap<>();
        for (LedgerTransaction transaction : block) {
            cause(transaction, before, facts, services)
                    .ifPresent(cause -> causes.put(transaction.id().number(), cause));
        }
        return causes;
    }

    private Optional<Cause> cause(
            LedgerTransaction transaction,
            Map<String, LedgerTransaction> before,
            Map<String, List<DealFact>> facts,
            Map<String, SortedMap<Long, ServiceChange>> services) {
        if (transaction.entry() instanceof Posting posting) {
            return Optional.of(Cause.on(posting.deal().earnedOn()));
        }
        if (transaction.entry() instanceof Recount recount) {
            LedgerTransaction last = before.get(causeBefore(recount));
            if (recount.refused() && !isRefused(last)) {
                return Optional.of(Cause.of(Note.SELF_REFERRAL_REFUSED));
            }
            return recount.reversed()
                    ? reversal(facts.getOrDefault(recount.deal().dealId(), List.of()))
                    : Optional.of(amendment(recount, last));
        }
        if (transaction.entry() instanceof NotedRefund noted) {
            return Optional.of(fact(noted.report(), noted.deal(), facts)
                    .map(Cause::of)
                    .orElseGet(() -> Cause.UNKNOWN)
                    .onDay(noted.on()));
        }
        if (transaction.entry() instanceof PayoutEntry payout) {
            return Optional.of(Cause.payout(payout.payoutId(), payoutDay(payout)));
        }
        if (!(transaction.entry() instanceof Movement movement) || !CHANGES.contains(movement.kind())) {
            return Optional.empty();
        }
        LedgerTransaction last = before.get(causeBefore(movement));
        Commission then = stateBefore(last);
        return switch (movement.kind()) {
            case PAID -> payout(movement.after(), then).map(id -> paid(id, then));
            case RETURNED -> paidBefore(movement, then).map(id -> Cause.payout(id, payouts.returnedOn(id)));
            case PAYOUT_FAILED -> paidBefore(movement, then).map(id -> Cause.payout(id, Optional.empty()));
            default -> change(movement, last, then, facts, services);
        };
    }

    /** A payout pays what was allocated to it. If nothing was, its outcome is corrected. */
    private Cause paid(String payout, @Nullable Commission then) {
        Cause cause = Cause.payout(payout, payouts.paidOn(payout));
        boolean isPlanned = then == null
                || then.portions().stream()
                        .anyMatch(portion ->
                                portion.state() == Portion.State.ALLOCATED && payout.equals(portion.payoutId()));
        return isPlanned ? cause : cause.noting(Note.PAID_AFTER_ALL);
    }

    /** What a report about the deal, a correction of the deal or a person changes. */
    private static Optional<Cause> change(
            Movement movement,
            @Nullable LedgerTransaction last,
            @Nullable Commission then,
            Map<String, List<DealFact>> facts,
            Map<String, SortedMap<Long, ServiceChange>> services) {
        Set<String> corrections = new HashSet<>(movement.after().corrections());
        if (then != null) {
            corrections.removeAll(then.corrections());
        }
        if (corrections.contains(Commission.REFUSED)) {
            return Optional.of(Cause.of(Note.SELF_REFERRAL_REFUSED));
        }
        if (corrections.stream().anyMatch(CorrectedDeal::isIdOfOne)) {
            return Optional.of(corrected(new Amendment(
                    dealBefore(last, movement.after().deal()),
                    movement.after().deal(),
                    then == null ? movement.after().zero() : then.leftOfEarned(),
                    movement.after().leftOfEarned(),
                    service(movement, then, services))));
        }
        if (!corrections.isEmpty()) {
            return Optional.empty();
        }
        return fact(movement, then, facts).map(Cause::of);
    }

    /** What the service was before this correction, and is after it. A correction that was overtaken by this one counts with it. */
    private static @Nullable ServiceChange service(
            Movement movement, @Nullable Commission then, Map<String, SortedMap<Long, ServiceChange>> services) {
        SortedMap<Long, ServiceChange> ofDeal =
                services.getOrDefault(movement.after().deal().dealId(), Collections.emptySortedMap());
        SortedMap<Long, ServiceChange> since =
                ofDeal.subMap(last(then) + 1, Math.max(last(then), last(movement.after())) + 1);
        return since.isEmpty()
                ? null
                : new ServiceChange(
                        Objects.requireNonNull(since.get(since.firstKey())).before(),
                        Objects.requireNonNull(since.get(since.lastKey())).after());
    }

    /** The sequence of the last correction of the deal that a commission has settled; 0 if there is none. */
    private static long last(@Nullable Commission commission) {
        return commission == null
                ? 0
                : commission.corrections().stream()
                        .filter(CorrectedDeal::isIdOfOne)
                        .mapToLong(CorrectedDeal::sequenceOf)
                        .max()
                        .orElse(0);
    }

    private static boolean isRefused(@Nullable LedgerTransaction last) {
        return last != null && last.entry() instanceof Recount recount && recount.refused();
    }

    private static Cause amendment(Recount recount, @Nullable LedgerTransaction last) {
        return corrected(new Amendment(dealBefore(last, recount.deal()), recount.deal(), null, null, null));
    }

    /** All lines of a correction count on the day on which the deal or payment was earned by the right details. */
    private static Cause corrected(Amendment amendment) {
        return Cause.of(amendment).onDay(amendment.after().earnedOn());
    }

    /** The deal or payment as it counted before a transaction. */
    private static CreditedDeal dealBefore(@Nullable LedgerTransaction last, CreditedDeal otherwise) {
        if (last == null) {
            return otherwise;
        }
        if (last.entry() instanceof Posting posting && !posting.isRevenue()) {
            return posting.deal().withoutRevenue();
        }
        return last.deal().orElse(otherwise);
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

    /**
     * The fact that caused a movement. Early movements don't name it: if neither a person nor a correction caused them, it is the last
     * fact that they settled.
     */
    private static Optional<DealFact> fact(
            Movement movement, @Nullable Commission before, Map<String, List<DealFact>> facts) {
        if (movement.report() != null) {
            return fact(movement.report(), movement.after().deal(), facts);
        }
        int settled = movement.after().settled().facts();
        List<DealFact> known = facts.getOrDefault(movement.after().deal().dealId(), List.of());
        boolean settlesOne = settled > (before == null ? 0 : before.settled().facts());
        return settlesOne && settled <= known.size() ? Optional.of(known.get(settled - 1)) : Optional.empty();
    }

    private static Optional<DealFact> fact(@Nullable String key, CreditedDeal deal, Map<String, List<DealFact>> facts) {
        return facts.getOrDefault(deal.dealId(), List.of()).stream()
                .filter(fact -> fact.key().equals(key))
                .findFirst();
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

    private static String causeBefore(Recount recount) {
        CommissionId id = CommissionId.of(recount.deal());
        return recount.number() > 1 ? Recount.causeOf(id, recount.number() - 1) : Posting.causeOf(id);
    }

    private Map<String, LedgerTransaction> before(List<LedgerTransaction> block) {
        List<String> causes = new ArrayList<>();
        for (LedgerTransaction transaction : block) {
            if (transaction.entry() instanceof Recount recount) {
                causes.add(causeBefore(recount));
            } else if (transaction.entry() instanceof Movement movement && CHANGES.contains(movement.kind())) {
                causes.add(causeBefore(movement));
            }
        }
        return causes.isEmpty()
                ? Map.of()
                : transactions.find(causes).stream()
                        .collect(Collectors.toMap(LedgerTransaction::cause, Function.identity(), (one, same) -> one));
    }

    /** The services of the deals that were adjusted. */
    private Map<String, SortedMap<Long, ServiceChange>> services(List<LedgerTransaction> block) {
        Set<String> deals = block.stream()
                .filter(transaction -> transaction.kind() == TransactionKind.ADJUSTED)
                .flatMap(transaction -> transaction.deal().stream())
                .map(CreditedDeal::dealId)
                .collect(Collectors.toSet());
        return deals.isEmpty() ? Map.of() : amendments.services(deals);
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
