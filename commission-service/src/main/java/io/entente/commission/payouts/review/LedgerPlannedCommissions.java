package io.entente.commission.payouts.review;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.payables.Payables;
import io.entente.commission.commissions.payables.Paying;
import io.entente.commission.commissions.payables.PayoutEntry;
import io.entente.commission.commissions.selfreferral.SelfReferralCase;
import io.entente.commission.commissions.selfreferral.SelfReferralCases;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.PayoutId;
import io.entente.commission.payouts.review.PlannedCommission.ChangeSincePlanning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** Reads the partner's chain from the planning of a payout on. */
public final class LedgerPlannedCommissions implements PlannedCommissions {

    private static final int BLOCK_TRANSACTIONS = 200;

    /** What a person who approves a payout has to know. The other kinds release and pay commission, as usual. */
    private static final Set<TransactionKind> NOTABLE = EnumSet.of(
            TransactionKind.HELD,
            TransactionKind.HOLD_LIFTED,
            TransactionKind.ADJUSTED,
            TransactionKind.ADJUSTMENT_SHARED,
            TransactionKind.CLAWED_BACK,
            TransactionKind.CLAWBACK_SHARED,
            TransactionKind.REFUND_NOTED,
            TransactionKind.VOIDED,
            TransactionKind.UNSCHEDULED,
            TransactionKind.RECOUNTED);

    private final Payables payables;
    private final Commissions commissions;
    private final Transactions transactions;
    private final SelfReferralCases cases;

    public LedgerPlannedCommissions(
            Payables payables, Commissions commissions, Transactions transactions, SelfReferralCases cases) {
        this.payables = payables;
        this.commissions = commissions;
        this.transactions = transactions;
        this.cases = cases;
    }

    @Override
    public List<PlannedCommission> changed(PayoutId payout, PartnerId partner, Instant plannedAt) {
        Map<CommissionId, Money> taken = new LinkedHashMap<>();
        payables.find(payout.value())
                .map(PayoutEntry::items)
                .orElse(List.of())
                .forEach(item -> taken.merge(item.commission(), item.amount(), Money::plus));
        Map<CommissionId, List<ChangeSincePlanning>> changes = changes(payout, partner, plannedAt, taken.keySet());
        Map<CommissionId, Commission> standings = standings(List.copyOf(taken.keySet()));
        Map<CommissionId, String> suspicions = suspicions(standings);
        List<PlannedCommission> found = new ArrayList<>();
        taken.forEach((id, amount) -> Optional.ofNullable(standings.get(id))
                .map(standing -> new PlannedCommission(
                        id,
                        standing.deal().dealId(),
                        amount,
                        standing.holds(),
                        suspicions.get(caseOf(standing)),
                        changes.getOrDefault(id, List.of())))
                .filter(PlannedCommission::isNotable)
                .ifPresent(found::add));
        return List.copyOf(found);
    }

    /** A commission counts from the moment at which the payout took it, which a crash can separate from the end of planning. */
    private Map<CommissionId, List<ChangeSincePlanning>> changes(
            PayoutId payout, PartnerId partner, Instant plannedAt, Set<CommissionId> taken) {
        Map<CommissionId, List<ChangeSincePlanning>> changes = new HashMap<>();
        long next = transactions.firstAt(partner, plannedAt);
        List<LedgerTransaction> block;
        do {
            block = transactions.block(partner, next, BLOCK_TRANSACTIONS);
            for (LedgerTransaction transaction : block) {
                CommissionId id = transaction.deal().map(CommissionId::of).orElse(null);
                if (id != null && taken.contains(id)) {
                    if (isTaking(transaction, payout)) {
                        changes.putIfAbsent(id, new ArrayList<>());
                    } else if (NOTABLE.contains(transaction.kind()) && changes.containsKey(id)) {
                        changes.get(id)
                                .add(new ChangeSincePlanning(
                                        transaction.kind(),
                                        transaction.recordedAt(),
                                        transaction.entry().explanation()));
                    }
                }
            }
            next += block.size();
        } while (block.size() == BLOCK_TRANSACTIONS);
        return changes;
    }

    private static boolean isTaking(LedgerTransaction transaction, PayoutId payout) {
        return transaction.kind() == TransactionKind.ALLOCATED
                && transaction.entry() instanceof Movement movement
                && movement.after().portions().stream().anyMatch(Paying.in(State.ALLOCATED, payout.value()));
    }

    private Map<CommissionId, Commission> standings(List<CommissionId> ids) {
        Map<CommissionId, Commission> standings = new HashMap<>();
        for (int from = 0; from < ids.size(); from += BLOCK_TRANSACTIONS) {
            standings.putAll(commissions.standings(ids.subList(from, Math.min(from + BLOCK_TRANSACTIONS, ids.size()))));
        }
        return standings;
    }

    private Map<CommissionId, String> suspicions(Map<CommissionId, Commission> standings) {
        Set<CommissionId> wanted = standings.values().stream()
                .map(LedgerPlannedCommissions::caseOf)
                .collect(Collectors.toSet());
        return cases.undecided(wanted).stream()
                .collect(Collectors.toMap(SelfReferralCase::commission, SelfReferralCase::evidence));
    }

    /** The case of a deal has the id of the commission of its closing. */
    private static CommissionId caseOf(Commission standing) {
        return CommissionId.of(standing.deal().dealId(), standing.partnerId());
    }
}
