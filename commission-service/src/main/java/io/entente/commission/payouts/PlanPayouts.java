package io.entente.commission.payouts;

import io.entente.commission.commissions.payables.PortionTaxes;
import io.entente.commission.commissions.payables.TaxTerms;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PayeePolicy;
import io.entente.commission.payees.Payees;
import io.entente.commission.payouts.PayableMoney.Allocation;
import io.entente.commission.payouts.policy.BlockReason;
import io.entente.commission.payouts.policy.PayoutPolicy;
import io.entente.commission.payouts.taxes.PayoutTaxes;
import io.entente.commission.runs.PartnerRun;
import io.entente.commission.runs.PartnerRun.Kind;
import io.entente.commission.runs.PartnerWork;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.policy.PolicyVersions;
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
    private final PolicyVersions<PayoutPolicy> policies;
    private final PolicyVersions<PayeePolicy> payeePolicies;
    private final PayoutTaxes taxes;
    private final Bank bank;
    private final ZoneId zone;
    private final Clock clock;

    public PlanPayouts(
            PayoutBatches batches,
            Payouts payouts,
            PayableMoney money,
            Payees payees,
            PolicyVersions<PayoutPolicy> policies,
            PolicyVersions<PayeePolicy> payeePolicies,
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

    /** A partner of a batch, in one currency. */
    private record Candidate(PayoutBatch batch, PayoutId id, PartnerId partner, Money minimum, @Nullable Payee payee) {

        CurrencyUnit currency() {
            return minimum.getCurrencyUnit();
        }
    }

    private boolean plan(PayoutBatch batch, PartnerId partner, Money minimum) {
        PayoutId id = PayoutId.of(batch.id(), partner, minimum.getCurrencyUnit());
        if (payouts.find(id).isPresent()) {
            return false;
        }
        Candidate candidate =
                new Candidate(batch, id, partner, minimum, payees.find(partner).orElse(null));
        return money.find(id).map(frozen -> resume(candidate, frozen)).orElseGet(() -> begin(candidate));
    }

    /** Continues after a crash. A block that was written before it stands, even if nothing would block the payout any more. */
    private boolean resume(Candidate candidate, Allocation frozen) {
        Optional<PayoutBlock> blocked = batches.findBlock(candidate.id());
        blocked.ifPresent(block -> giveBack(block, candidate.batch()));
        return blocked.isEmpty() && add(candidate, frozen, null);
    }

    private boolean begin(Candidate candidate) {
        PayoutBatch batch = candidate.batch();
        PayableBalance balance =
                money.balance(candidate.id(), candidate.partner(), candidate.currency(), batch.cutOff());
        if (balance.isNothing()) {
            return false;
        }
        Decision<PortionTaxes> terms = taxes.of(candidate.partner(), candidate.currency(), batch.cutOff());
        String missing = terms.rejection().orElse(null);
        Set<BlockReason> reasons = reasons(candidate, balance, missing);
        if (!reasons.isEmpty() && !balance.begun()) {
            batches.block(new PayoutBlock(candidate.id(), candidate.partner(), balance, reasons, missing));
            return false;
        }
        // What was taken before a crash is allocated to its end, and given back if something blocks the payout now.
        PortionTaxes taxed = missing == null ? terms.orElseThrow() : TaxTerms.NONE;
        return money.allocate(
                        candidate.id(),
                        candidate.partner(),
                        candidate.currency(),
                        batch.cutOff(),
                        taxed,
                        batch.plannedBy())
                .map(frozen -> add(candidate, frozen, missing))
                .orElse(false);
    }

    /** The allocated amount can be less than the amount seen before, because of another batch or a clawback in between. */
    private boolean add(Candidate candidate, Allocation frozen, @Nullable String taxProblem) {
        Money nothing = Money.zero(candidate.currency());
        PayableBalance taken = new PayableBalance(frozen.gross(), nothing, frozen.netted());
        Set<BlockReason> reasons = reasons(candidate, taken, taxProblem);
        if (!frozen.paid().isPositive()) {
            reasons.add(BlockReason.BELOW_MINIMUM);
        }
        String problem = taxProblem;
        Payee payee = candidate.payee();
        if (reasons.isEmpty() && payee != null) {
            Payout planned = Payout.planned(
                    candidate.id(), candidate.batch().id(), candidate.partner(), frozen, payee, clock.instant());
            problem = bank.problem(planned).orElse(null);
            if (problem == null) {
                return payouts.add(planned);
            }
            reasons.add(BlockReason.BANK_RULES);
        }
        PayoutBlock block = new PayoutBlock(candidate.id(), candidate.partner(), taken, reasons, problem);
        // The block comes first, because after a crash it decides.
        batches.block(block);
        giveBack(block, candidate.batch());
        return false;
    }

    private Set<BlockReason> reasons(Candidate candidate, PayableBalance balance, @Nullable String taxProblem) {
        Set<BlockReason> reasons = blocking(candidate.batch()).reasons(balance, candidate.minimum(), candidate.payee());
        if (taxProblem != null) {
            reasons.add(BlockReason.TAX_UNKNOWN);
        }
        return reasons;
    }

    private void giveBack(PayoutBlock block, PayoutBatch batch) {
        money.notPlanned(block.id(), because(block.reasons(), block.missing()), batch.plannedBy());
    }

    private static String because(Set<BlockReason> reasons, @Nullable String problem) {
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
