package io.entente.commission.statements.chain;

import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.amounts.Price;
import io.entente.commission.commissions.amounts.Priced;
import io.entente.commission.commissions.payables.PayoutEntry;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.commissions.refunds.NotedRefund;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeal.RetainerPayment;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.Engagement;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Because.Code;
import io.entente.commission.statements.chain.Cause.Note;
import java.util.EnumSet;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Why a line is what it is.
 *
 * @param report the payment, refund, reversal or credit note that it settles, or the voiding of one
 * @param payoutId the payout that it belongs to
 * @param reason somebody's own words, or a reason of the program
 * @param price how a deal was priced
 * @param notDue why a deal earned nothing
 * @param setOff what was set off against a debt
 * @param payment the payment on a retainer whose commission it is
 * @param engagement the agreed time of the retainer of a payment that is outside of it
 * @param amendment what a correction of the deal changed
 * @param note what else is to say
 * @param rate the rate since a tier was reached or left; null if no tier caused the line, or if there is no single rate
 */
public record Details(
        @Nullable DealFact report,
        @Nullable String payoutId,
        @Nullable Because reason,
        @Nullable Price price,
        @Nullable Reason notDue,
        @Nullable SetOff setOff,
        @Nullable RetainerPayment payment,
        @Nullable Engagement engagement,
        @Nullable Amendment amendment,
        @Nullable Note note,
        @Nullable Fraction rate) {

    /** The reasons that give another rate. */
    private static final Set<Code> TIERS = EnumSet.of(
            Code.TIER_REACHED,
            Code.CLIENT_TIER_REACHED,
            Code.CLIENT_TIER_KEPT,
            Code.CONVERSION_REACHED,
            Code.TIER_CORRECTED,
            Code.TIER_REVERSED,
            Code.TIER_REFUSED);

    /** Nothing is known but the kind of the line. */
    public static final Details NONE = new Details(null, null, null, null, null, null);

    /** Creates the details of a line that concerns neither a retainer nor a correction. */
    public Details(
            @Nullable DealFact report,
            @Nullable String payoutId,
            @Nullable Because reason,
            @Nullable Price price,
            @Nullable Reason notDue,
            @Nullable SetOff setOff) {
        this(report, payoutId, reason, price, notDue, setOff, null, null, null, null, null);
    }

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
        RetainerPayment payment =
                entry.creditedDeal().map(CreditedDeal::payment).orElse(null);
        return new Details(
                cause.report(),
                cause.payoutId(),
                reasonOf(entry),
                null,
                null,
                null,
                payment,
                null,
                cause.amendment(),
                cause.note(),
                null);
    }

    private static @Nullable Because reasonOf(Entry entry) {
        if (entry instanceof NotedRefund noted) {
            return noted.because();
        }
        return entry instanceof Recount recount ? recount.because() : null;
    }

    private static Details of(Posting posting) {
        RetainerPayment payment = posting.deal().payment();
        if (posting.outcome() instanceof Earned earned) {
            return new Details(
                    null, null, null, Price.of(posting.deal(), earned), null, null, payment, null, null, null, null);
        }
        Reason notDue = posting.outcome() instanceof NothingDue nothing ? nothing.reason() : null;
        Engagement engagement =
                notDue == Reason.OUTSIDE_ENGAGEMENT ? posting.deal().engagement() : null;
        return new Details(null, null, null, null, notDue, null, payment, engagement, null, null, null);
    }

    private static Details of(LedgerTransaction transaction, Movement movement, Cause cause) {
        if (movement.kind() == TransactionKind.NETTED) {
            return new Details(null, null, null, null, null, setOff(transaction, movement.amount()));
        }
        // That a payout reached the partner is what its line says.
        boolean saysAll = movement.kind() == TransactionKind.PAID && cause.note() == null;
        return new Details(
                cause.report(),
                cause.payoutId(),
                saysAll ? null : movement.because(),
                null,
                null,
                null,
                cause.payoutId() == null ? movement.after().deal().payment() : null,
                null,
                cause.amendment(),
                cause.note(),
                movement.because().code() != null
                                && TIERS.contains(movement.because().code())
                        ? rate(movement)
                        : null);
    }

    private static @Nullable Fraction rate(Movement movement) {
        Priced priced = movement.after().priced();
        return priced == null ? null : priced.rate();
    }

    private static SetOff setOff(LedgerTransaction transaction, Money amount) {
        return new SetOff(amount, transaction.balances().of(Account.CLAWBACK_DUE, amount.getCurrencyUnit()));
    }
}
