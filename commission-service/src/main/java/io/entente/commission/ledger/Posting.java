package io.entente.commission.ledger;

import io.entente.commission.plans.Outcome;
import io.entente.commission.plans.Outcome.Earned;
import io.entente.commission.plans.Step;
import java.util.List;

/** What is to be written to a partner's chain for a deal; again changes nothing. */
public record Posting(CreditedDeal deal, Outcome outcome) {

    public TransactionKind kind() {
        return outcome instanceof Earned ? TransactionKind.ACCRUAL : TransactionKind.NO_COMMISSION;
    }

    /**
     * Names the one transaction that this may become. Earned and nothing due share a name: whatever the plans say when a deal
     * comes again, it was decided the first time.
     */
    public String cause() {
        return causeOf(deal.commissionId());
    }

    /** The cause of the transaction that accrued a commission: it is found by it. */
    public static String causeOf(CommissionId commission) {
        return "accrual/" + commission;
    }

    /** The firm has the expense, the partner's accrued commission grows by as much; nothing earned moves nothing. */
    public List<LedgerLine> lines() {
        if (outcome instanceof Earned earned) {
            return List.of(
                    new LedgerLine(Account.COMMISSION_EXPENSE, Side.DEBIT, earned.amount()),
                    new LedgerLine(Account.ACCRUED, Side.CREDIT, earned.amount()));
        }
        return List.of();
    }

    /** With one more step explained. */
    Posting explainedFurther(Step step) {
        return new Posting(deal, outcome.explainedFurther(step));
    }
}
