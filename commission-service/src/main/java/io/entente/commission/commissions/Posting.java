package io.entente.commission.commissions;

import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Side;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entry of a deal in a partner's chain. Writing it again changes nothing.
 *
 * @param opening the state at the accrual if the commission has due dates or is on hold; otherwise null
 * @param capped whether the plan caps what a partner earns in a year
 */
public record Posting(CreditedDeal deal, PricingResult outcome, @Nullable Commission opening, boolean capped)
        implements Entry {

    /** A referral from the firm, a payment outside the engagement and a refused self-referral don't move the partner to a higher tier. */
    public static final Set<Reason> NO_REVENUE =
            EnumSet.of(Reason.REFERRED_BY_FIRM, Reason.OUTSIDE_ENGAGEMENT, Reason.SELF_REFERRAL_REFUSED);

    public Posting(CreditedDeal deal, PricingResult outcome) {
        this(deal, outcome, null, false);
    }

    /**
     * Returns the deal that a transaction records, what it earned and why.
     *
     * @throws IllegalStateException if the transaction records something else
     */
    public static Posting of(LedgerTransaction transaction) {
        if (transaction.entry() instanceof Posting posting) {
            return posting;
        }
        throw new IllegalStateException("Ledger transaction %s must record a deal, but it records %s"
                .formatted(transaction.id(), transaction.kind()));
    }

    /** Returns this posting for a plan with a yearly cap, so that what it earns is counted. */
    public Posting underYearlyCap() {
        return new Posting(deal, outcome, opening, true);
    }

    /** Returns this posting with due dates or a hold. */
    public Posting opened(Commission commission) {
        return new Posting(deal, outcome, commission, capped);
    }

    @Override
    public PartnerId partnerId() {
        return deal.partnerId();
    }

    /** Whether this is one of the partner's deals or payments, and so its revenue. */
    public boolean isRevenue() {
        return !(outcome instanceof NothingDue nothing) || !NO_REVENUE.contains(nothing.reason());
    }

    /** Returns the counters before this was booked. */
    public Counters uncounted(Counters after) {
        return isRevenue() ? after.without(deal) : after;
    }

    @Override
    public Counters counted(Counters before) {
        if (!isRevenue()) {
            return before;
        }
        Counters booked = before.plus(deal);
        // Of a payment on a retainer, less is kept if refunds or credit notes exceed the payments before it.
        Counters after = opening == null ? booked : booked.plusRefunded(opening.refundedRevenue());
        return capped && outcome instanceof Earned earned
                ? after.plusEarned(deal.earnedOn().getYear(), earned.plan().code(), earned.amount())
                : after;
    }

    @Override
    public List<String> explanation() {
        return outcome.explanation();
    }

    @Override
    public TransactionKind kind() {
        return outcome instanceof Earned ? TransactionKind.ACCRUAL : TransactionKind.NO_COMMISSION;
    }

    /**
     * Identifies the one transaction that this posting may become. A posting that earned something and one that
     * earned nothing have the same cause. If the deal is delivered again, the first decision stays, even if the
     * plans have changed.
     */
    @Override
    public String cause() {
        return causeOf(CommissionId.of(deal));
    }

    /** Returns the cause of the transaction that accrued a commission. */
    public static String causeOf(CommissionId commission) {
        return "accrual/" + commission;
    }

    /** Debits the firm's expense and credits the partner's accrued commission. Empty if nothing was earned. */
    @Override
    public List<LedgerLine> lines() {
        if (outcome instanceof Earned earned) {
            return List.of(
                    new LedgerLine(Account.COMMISSION_EXPENSE, Side.DEBIT, earned.amount()),
                    new LedgerLine(Account.ACCRUED, Side.CREDIT, earned.amount()));
        }
        return List.of();
    }

    @Override
    public Optional<CreditedDeal> creditedDeal() {
        return Optional.of(deal);
    }

    @Override
    public Posting explainedFurther(Step step) {
        return new Posting(deal, outcome.explainedFurther(step), opening, capped);
    }
}
