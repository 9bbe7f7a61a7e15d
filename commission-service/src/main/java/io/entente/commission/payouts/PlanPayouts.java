package io.entente.commission.payouts;

import io.entente.commission.commissions.payables.PortionTaxes;
import io.entente.commission.commissions.payables.TaxTerms;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PayeePolicies;
import io.entente.commission.payees.Payees;
import io.entente.commission.payouts.PayableMoney.Allocation;
import io.entente.commission.payouts.policy.BlockReason;
import io.entente.commission.payouts.policy.PayoutPolicies;
import io.entente.commission.payouts.taxes.PayoutTaxes;
import io.entente.commission.runs.PartnerRun;
import io.entente.commission.runs.PartnerRun.Kind;
import io.entente.commission.runs.PartnerWork;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.OptimisticRetry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Plans a batch, partner by partner. It allocates the payable amount in the partner's chain, which decides between two
 * competing batches, and then writes the payout. After a crash in between, the partner is processed again: the chain contains
 * the allocation, or the part of it that was booked before the crash, which is then allocated to its end.
 */
public final class PlanPayouts implements PartnerWork {

    private final PayoutBatches batches;
    private final Payouts payouts;
    private final PayableMoney money;
    private final Payees payees;
    private final PayoutPolicies policies;
    private final PayeePolicies payeePolicies;
    private final PayoutTaxes taxes;
    private final Bank bank;
    private final ZoneId zone;
    private final Clock clock;

    public PlanPayouts(
            PayoutBatches batches,
            Payouts payouts,
            PayableMoney money,
            Payees payees,
            PayoutPolicies policies,
            PayeePolicies payeePolicies,
            PayoutTaxes taxes,
            Bank bank,
            ZoneId zone,
            Clock clock) {
        this.batches = batches;
        this.payouts = payouts;
        this.money = money;
        this.payees = payees;
        this.policies = policies;
        this.payeePolicies = payeePolicies;
        this.taxes = taxes;
        this.bank = bank;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public boolean does(Kind kind) {
        return kind == Kind.PAYOUT_PLAN;
    }

    @Override
    public int work(PartnerRun run, PartnerId partner) {
        PayoutBatch batch = batches.find(run.subject()).orElseThrow();
        int planned = 0;
        for (Money minimum : batch.minimums().values()) {
            planned += plan(batch, partner, minimum) ? 1 : 0;
        }
        return planned;
    }

    @Override
    public void done(PartnerRun run) {
        OptimisticRetry.retryOnConflict(() -> {
            PayoutBatch batch = batches.find(run.subject()).orElseThrow();
            PayoutBatch planned = batch.planned();
            if (planned.version() != batch.version()) {
                batches.update(planned);
            }
            return planned;
        });
    }

    private boolean plan(PayoutBatch batch, PartnerId partner, Money minimum) {
        CurrencyUnit currency = minimum.getCurrencyUnit();
        PayoutId id = PayoutId.of(batch.id(), partner, currency);
        if (payouts.find(id).isPresent()) {
            return false;
        }
        Optional<Payee> payee = payees.find(partner);
        Optional<Allocation> frozen = money.find(id);
        String missing = null;
        if (frozen.isEmpty()) {
            PayableBalance balance = money.balance(id, partner, currency, batch.cutOff());
            if (balance.isNothing()) {
                return false;
            }
            Set<BlockReason> reasons = blocking(batch).reasons(balance, minimum, payee.orElse(null));
            Decision<PortionTaxes> terms = taxes.of(partner, currency, batch.cutOff());
            missing = terms.rejection().orElse(null);
            if (missing != null) {
                reasons.add(BlockReason.TAX_UNKNOWN);
            }
            if (!reasons.isEmpty() && !balance.begun()) {
                batches.block(new PayoutBlock(id, partner, balance, reasons, missing));
                return false;
            }
            // What was taken before a crash is allocated to its end, and given back if something blocks the payout now.
            PortionTaxes taxed = missing == null ? terms.orElseThrow() : TaxTerms.NONE;
            frozen = money.allocate(id, partner, currency, batch.cutOff(), taxed, batch.plannedBy());
        }
        return frozen.isPresent()
                && payee.isPresent()
                && add(batch, id, partner, frozen.get(), payee.get(), minimum, missing);
    }

    /** The allocated amount can be less than the amount seen before, because of another batch or a clawback in between. */
    private boolean add(
            PayoutBatch batch,
            PayoutId id,
            PartnerId partner,
            Allocation frozen,
            Payee payee,
            Money minimum,
            @Nullable String taxProblem) {
        Money nothing = Money.zero(minimum.getCurrencyUnit());
        PayableBalance taken = new PayableBalance(frozen.gross(), nothing, frozen.netted());
        Set<BlockReason> reasons = blocking(batch).reasons(taken, minimum, payee);
        if (!frozen.paid().isPositive()) {
            reasons.add(BlockReason.BELOW_MINIMUM);
        }
        if (taxProblem != null) {
            reasons.add(BlockReason.TAX_UNKNOWN);
        }
        Payout planned = Payout.planned(id, batch.id(), partner, frozen, payee, clock.instant());
        String problem = reasons.isEmpty() ? bank.problem(planned).orElse(null) : taxProblem;
        if (problem != null && taxProblem == null) {
            reasons.add(BlockReason.BANK_RULES);
        }
        if (reasons.isEmpty()) {
            return payouts.add(planned);
        }
        money.notPlanned(id, notPlannedBecause(reasons, problem), batch.plannedBy());
        batches.block(new PayoutBlock(id, partner, taken, reasons, problem));
        return false;
    }

    private static String notPlannedBecause(Set<BlockReason> reasons, @Nullable String problem) {
        if (reasons.contains(BlockReason.BANK_RULES)) {
            return "No bank would accept the payment. " + problem;
        }
        return problem == null ? "The amount was below the minimum that is paid out." : problem;
    }

    private BlockingPolicy blocking(PayoutBatch batch) {
        LocalDate planned = batch.plannedAt().atZone(zone).toLocalDate();
        return new BlockingPolicy(policies.on(planned), payeePolicies.on(planned));
    }
}
