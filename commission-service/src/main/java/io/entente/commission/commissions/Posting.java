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
import io.entente.commission.plans.pricing.Outcome;
import io.entente.commission.plans.pricing.Outcome.Earned;
import io.entente.commission.plans.pricing.Outcome.NothingDue;
import io.entente.commission.plans.pricing.Outcome.Reason;
import io.entente.commission.plans.rules.Step;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written to a partner's chain for a deal; again changes nothing.
 *
 * @param opening how the commission stands from its first moment, where that is more than accrued: with portions on dates, or
 *     held
 * @param capped whether its plan caps what a partner earns in a year
 */
public record Posting(CreditedDeal deal, Outcome outcome, @Nullable Commission opening, boolean capped)
        implements Entry {

    public Posting(CreditedDeal deal, Outcome outcome) {
        this(deal, outcome, null, false);
    }

    /**
     * The deal that a transaction records, what it earned and why.
     *
     * @throws IllegalStateException if the transaction records something else
     */
    public static Posting of(LedgerTransaction transaction) {
        if (transaction.entry() instanceof Posting posting) {
            return posting;
        }
        throw new IllegalStateException(
                "Ledger transaction %s records no deal but %s".formatted(transaction.id(), transaction.kind()));
    }

    /** The same under a plan that caps the year: what is earned is counted from here on. */
    public Posting underYearlyCap() {
        return new Posting(deal, outcome, opening, true);
    }

    /** The same with dates, or held. */
    public Posting opened(Commission commission) {
        return new Posting(deal, outcome, commission, capped);
    }

    @Override
    public PartnerId partnerId() {
        return deal.partnerId();
    }

    @Override
    public Counters counted(Counters before) {
        if (outcome instanceof NothingDue nothing && nothing.reason() == Reason.REFERRED_BY_FIRM) {
            // The firm's own referral is no merit of the partner's: it moves it to no higher tier.
            return before;
        }
        Counters after = before.plus(deal);
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
     * Names the one transaction that this may become. Earned and nothing due share a name: whatever the plans say when a deal
     * comes again, it was decided the first time.
     */
    @Override
    public String cause() {
        return causeOf(CommissionId.of(deal));
    }

    /** The cause of the transaction that accrued a commission: it is found by it. */
    public static String causeOf(CommissionId commission) {
        return "accrual/" + commission;
    }

    /** The firm has the expense, the partner's accrued commission grows by as much; nothing earned moves nothing. */
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
