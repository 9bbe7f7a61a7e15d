package io.entente.commission.commissions;

import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.amounts.Adjusted;
import io.entente.commission.commissions.amounts.Priced;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;
import org.jspecify.annotations.Nullable;

/**
 * The state of a commission. Each ledger transaction that changes a commission holds the whole state after the
 * change, so the last transaction gives the current state and the previous one gives the state before. A transaction
 * books the difference of {@link #accounts} between the two states, so it is always balanced:
 *
 * <table>
 * <caption>What moves, for each kind of transaction</caption>
 * <tr><th>kind</th><th>debit</th><th>credit</th></tr>
 * <tr><td>ACCRUAL; ADJUSTED, ADJUSTMENT_SHARED upwards</td><td>COMMISSION_EXPENSE</td><td>ACCRUED</td></tr>
 * <tr><td>SCHEDULED, HELD, HOLD_LIFTED, REFUND_NOTED</td><td>none</td><td>none</td></tr>
 * <tr><td>UNSCHEDULED</td><td>PAYABLE, then CLAWBACK_DUE</td><td>ACCRUED</td></tr>
 * <tr><td>RELEASED</td><td>ACCRUED</td><td>PAYABLE</td></tr>
 * <tr><td>CLAWED_BACK, CLAWBACK_SHARED, VOIDED; ADJUSTED, ADJUSTMENT_SHARED
 *     downwards</td><td>ACCRUED, then PAYABLE, then CLAWBACK_DUE</td>
 *     <td>COMMISSION_EXPENSE</td></tr>
 * <tr><td>ALLOCATED</td><td>PAYABLE</td><td>ALLOCATED</td></tr>
 * <tr><td>PAID</td><td>ALLOCATED; PAYABLE, then CLAWBACK_DUE if an outcome is corrected to paid</td><td>PAID</td></tr>
 * <tr><td>PAYOUT_FAILED</td><td>ALLOCATED; PAID if an outcome is corrected to failed</td><td>PAYABLE</td></tr>
 * <tr><td>RETURNED</td><td>PAID</td><td>PAYABLE</td></tr>
 * <tr><td>NETTED</td><td>PAYABLE</td><td>CLAWBACK_DUE</td></tr>
 * </table>
 *
 * @param plan the plan version that priced it
 * @param terms when it becomes payable; fixed at the accrual
 * @param priced what prices it since its accrual, the last tier or the last correction; null on states from before it was recorded
 * @param accrued the amount that the deal accrued; never changes
 * @param corrected the amount that later tiers added or took away, beside {@code accrued}
 * @param adjustments what people added or took away, beside both
 * @param clawedBack the part of these amounts that was taken back
 * @param owedBack the part of {@code clawedBack} that had been allocated to a payout
 * @param holds why it is on hold; usually empty
 * @param corrections ids of the corrections that are included, so that none is made twice
 * @param revision number of transactions that made and changed it; 1 after its accrual
 * @param sequence number of events that announced it, from 1
 */
public record Commission(
        CreditedDeal deal,
        PlanRef plan,
        PaymentTerms terms,
        @Nullable Priced priced,
        Money accrued,
        Money corrected,
        Adjusted adjustments,
        Money clawedBack,
        Money owedBack,
        Settled settled,
        List<Portion> portions,
        List<Hold> holds,
        SortedSet<String> corrections,
        long revision,
        long sequence) {

    /**
     * The largest number of corrections of one commission. If a commission needs more, its plan needs to change
     * instead.
     */
    public static final int MAX_CORRECTIONS = 200;

    /** The correction that takes the commission of a refused self-referral away. A commission that has it earns nothing by its plan. */
    public static final String REFUSED = "self-referral-refused";

    public Commission {
        portions = List.copyOf(portions);
        holds = List.copyOf(holds);
        corrections = new TreeSet<>(corrections);
    }

    /** Creates the state right after the accrual. */
    public static Commission accrued(CreditedDeal deal, Money amount, PlanRef plan, PaymentTerms terms) {
        return accrued(deal, amount, plan, terms, null);
    }

    private static Commission accrued(
            CreditedDeal deal, Money amount, PlanRef plan, PaymentTerms terms, @Nullable Priced priced) {
        Money zero = Money.zero(amount.getCurrencyUnit());
        return new Commission(
                deal,
                plan,
                terms,
                priced,
                amount,
                zero,
                Adjusted.nothing(zero),
                zero,
                zero,
                Settled.nothing(deal.basis()),
                List.of(),
                List.of(),
                new TreeSet<>(),
                1,
                1);
    }

    /**
     * Returns the state right after the accrual: the opening of the posting if it has one, otherwise the accrued
     * amount alone.
     */
    public static Commission of(Posting accrual) {
        if (accrual.opening() != null) {
            return accrual.opening();
        }
        Earned earned = (Earned) accrual.outcome();
        return accrued(
                accrual.deal(),
                earned.amount(),
                earned.plan(),
                earned.terms(),
                new Priced(earned.rule(), earned.rate()));
    }

    /**
     * Whether a commission begins with this transaction: its accrual, or the adjustment by a later tier after the
     * deal had earned nothing.
     */
    public static boolean beginsWith(LedgerTransaction transaction) {
        return transaction.kind() == TransactionKind.ACCRUAL
                || (transaction.entry() instanceof Movement movement
                        && movement.after().revision() == Movement.FIRST_REVISION
                        && movement.after().accrued().isZero());
    }

    public CommissionId id() {
        return CommissionId.of(deal);
    }

    public PartnerId partnerId() {
        return deal.partnerId();
    }

    /** What the deal earns by its plan, including later tiers. */
    public Money earned() {
        return accrued.plus(corrected);
    }

    /** What people added or took away, before clawbacks. */
    public Money adjusted() {
        return adjustments.total();
    }

    /**
     * What the partner is entitled to after clawbacks, never below zero. A correction can leave less of the deal than people had taken
     * from it before.
     */
    public Money net() {
        return MoneyUtils.max(zero(), earned().plus(adjusted()).minus(clawedBack));
    }

    /** What is left of {@link #earned()} after clawbacks, which also take their part of what people adjusted. */
    public Money leftOfEarned() {
        return MoneyUtils.min(earned(), net().minus(adjustments.at(settled.worth())));
    }

    /** What is left of {@link #adjusted()} after clawbacks. */
    public Money leftOfAdjustments() {
        return net().minus(leftOfEarned());
    }

    /** Whether a person has refused the commission, because the client is the partner itself. */
    public boolean isRefused() {
        return corrections.contains(REFUSED);
    }

    /** What the deal earns by its plan; nothing if a person has refused it, whatever its price becomes. */
    public Money due() {
        return isRefused() ? zero() : earned();
    }

    /** What has been released, less what was taken back from it. */
    public Money released() {
        return sum(portion -> true).minus(owedBack);
    }

    public Money in(State state) {
        return sum(portion -> portion.state() == state);
    }

    /** The sum of the portions that are or were allocated to a payout, or were set off against what the partner owed. */
    public Money inPayouts() {
        return in(State.ALLOCATED).plus(in(State.PAID)).plus(in(State.NETTED));
    }

    public boolean isHeld() {
        return !holds.isEmpty();
    }

    public Money zero() {
        return Money.zero(accrued.getCurrencyUnit());
    }

    /**
     * The part of the partner's revenue that was refunded, credited or reversed in part, in the same proportion as the deal. It is
     * rounded once. A deal that was reversed as a whole has none, because it counts as no revenue any more. For a
     * payment on a retainer, {@code Recount} takes it off again.
     */
    public Money refundedRevenue() {
        return refundedRevenue(deal, settled);
    }

    /** Returns what was lost of a deal's revenue, whether it has a commission or not. */
    public static Money refundedRevenue(CreditedDeal deal, Settled settled) {
        CurrencyUnit currency = deal.revenue().getCurrencyUnit();
        // What is kept of a payment on a retainer can be more than its commission has settled as the most so far.
        Money booked = deal.payment() == null ? settled.basis() : deal.basis();
        boolean isReversed = deal.payment() == null && !settled.reversed().isLessThan(settled.basis());
        if (!deal.countsAsRevenue() || !booked.isPositive() || isReversed) {
            return Money.zero(currency);
        }
        BigDecimal exact = deal.revenue()
                .getAmount()
                .multiply(booked.minus(settled.worth()).getAmount());
        return Money.of(currency, exact.divide(booked.getAmount(), currency.getDecimalPlaces(), RoundingMode.HALF_UP));
    }

    /**
     * The amount of each account that belongs to this commission. Debits equal credits in every state. The amount in
     * {@code CLAWBACK_DUE} is below zero if a debt of other commissions was netted with this one.
     */
    public Map<Account, Money> accounts() {
        Map<Account, Money> amounts = new EnumMap<>(Account.class);
        amounts.put(Account.COMMISSION_EXPENSE, net());
        amounts.put(Account.ACCRUED, net().minus(released()).plus(in(State.PENDING)));
        amounts.put(Account.PAYABLE, in(State.PAYABLE));
        amounts.put(Account.ALLOCATED, in(State.ALLOCATED));
        amounts.put(Account.PAID, in(State.PAID));
        amounts.put(Account.CLAWBACK_DUE, owedBack.minus(in(State.NETTED)));
        return amounts;
    }

    /**
     * Returns this state with the next revision.
     *
     * @param told whether an event announces the change
     */
    public Commission next(boolean told) {
        Commission after = told ? told() : this;
        return new Commission(
                deal,
                plan,
                terms,
                priced,
                accrued,
                corrected,
                adjustments,
                clawedBack,
                owedBack,
                settled,
                portions,
                holds,
                corrections,
                revision + 1,
                after.sequence);
    }

    /** Returns this state with the next sequence, because one more event announces it. */
    public Commission told() {
        return new Commission(
                deal,
                plan,
                terms,
                priced,
                accrued,
                corrected,
                adjustments,
                clawedBack,
                owedBack,
                settled,
                portions,
                holds,
                corrections,
                revision,
                sequence + 1);
    }

    /** The status that summarises this state. */
    public CommissionStatus status() {
        return CommissionStatus.of(this);
    }

    private Money sum(Predicate<Portion> which) {
        Money sum = zero();
        for (Portion portion : portions) {
            if (which.test(portion)) {
                sum = sum.plus(portion.amount());
            }
        }
        return sum;
    }
}
