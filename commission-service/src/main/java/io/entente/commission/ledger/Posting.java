package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.Outcome;
import io.entente.commission.plans.Outcome.Earned;
import io.entente.commission.plans.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written to a partner's chain for a deal; again changes nothing.
 *
 * @param opening how the commission stands from its first moment, where that is more than accrued: with portions on dates, or
 *     held
 */
public record Posting(CreditedDeal deal, Outcome outcome, @Nullable Commission opening) implements Entry {

    public Posting(CreditedDeal deal, Outcome outcome) {
        this(deal, outcome, null);
    }

    /** The same with dates, or held. */
    public Posting opened(Commission commission) {
        return new Posting(deal, outcome, commission);
    }

    @Override
    public PartnerId partnerId() {
        return deal.partnerId();
    }

    @Override
    public Counters counted(Counters before) {
        return before.plus(deal);
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
        return causeOf(deal.commissionId());
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
    public Posting explainedFurther(Step step) {
        return new Posting(deal, outcome.explainedFurther(step), opening);
    }
}
