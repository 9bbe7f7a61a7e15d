package io.entente.commission.statements.chain;

import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.payables.PayoutEntry;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.commissions.refunds.NotedRefund;
import io.entente.commission.deals.DealFact;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Why a line is what it is.
 *
 * @param report the payment, refund, reversal or credit note that it settles, or the voiding of one
 * @param payoutId the payout that it belongs to
 * @param reason somebody's own words, or those of the plan
 * @param price how a deal was priced
 * @param notDue why a deal earned nothing
 * @param setOff what was set off against a debt
 */
public record Details(
        @Nullable DealFact report,
        @Nullable String payoutId,
        @Nullable String reason,
        @Nullable Price price,
        @Nullable Reason notDue,
        @Nullable SetOff setOff) {

    /** Nothing is known but the kind of the line. */
    public static final Details NONE = new Details(null, null, null, null, null, null);

    /**
     * How a deal was priced.
     *
     * @param rate null if the plan pays a fixed amount
     */
    public record Price(Money deal, PlanRef plan, @Nullable Fraction rate) {}

    /**
     * An amount that was set off.
     *
     * @param owed what the partner still owes after it, in this currency
     */
    public record SetOff(Money amount, Money owed) {}

    static Details of(LedgerTransaction transaction, Cause cause) {
        Entry entry = transaction.entry();
        if (entry instanceof Posting posting) {
            return of(posting);
        }
        if (entry instanceof PayoutEntry payout) {
            SetOff setOff = payout.netted().isZero() ? null : setOff(transaction, payout.netted());
            return new Details(null, payout.payoutId(), null, null, null, setOff);
        }
        if (entry instanceof Movement movement) {
            return of(transaction, movement, cause);
        }
        return new Details(cause.report(), cause.payoutId(), reasonOf(entry), null, null, null);
    }

    private static @Nullable String reasonOf(Entry entry) {
        if (entry instanceof NotedRefund noted) {
            return noted.reason();
        }
        return entry instanceof Recount recount ? recount.reason() : null;
    }

    private static Details of(Posting posting) {
        if (posting.outcome() instanceof Earned earned) {
            Price price = new Price(posting.deal().amount(), earned.plan(), earned.rate());
            return new Details(null, null, null, price, null, null);
        }
        Reason notDue = posting.outcome() instanceof NothingDue nothing ? nothing.reason() : null;
        return new Details(null, null, null, null, notDue, null);
    }

    private static Details of(LedgerTransaction transaction, Movement movement, Cause cause) {
        if (movement.kind() == TransactionKind.NETTED) {
            return new Details(null, null, null, null, null, setOff(transaction, movement.amount()));
        }
        // That a payout reached the partner is what its line says.
        String reason = movement.kind() == TransactionKind.PAID ? null : movement.reason();
        return new Details(cause.report(), cause.payoutId(), reason, null, null, null);
    }

    private static SetOff setOff(LedgerTransaction transaction, Money amount) {
        return new SetOff(amount, transaction.balances().of(Account.CLAWBACK_DUE, amount.getCurrencyUnit()));
    }
}
