package io.entente.commission.commissions;

import io.entente.commission.commissions.Portion.State;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.pricing.Outcome.Earned;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.joda.money.Money;

/**
 * How a commission stands. Each ledger transaction that changes it holds it whole, as it is afterwards, so that the last one
 * says all; the one before it says what was. What a transaction books is the difference of {@link #accounts} between the two,
 * so it can't but balance:
 *
 * <table>
 * <caption>What moves, for each kind of transaction</caption>
 * <tr><th>kind</th><th>debit</th><th>credit</th></tr>
 * <tr><td>ACCRUAL; ADJUSTED upwards</td><td>COMMISSION_EXPENSE</td><td>ACCRUED</td></tr>
 * <tr><td>SCHEDULED, HELD, HOLD_LIFTED</td><td>none</td><td>none</td></tr>
 * <tr><td>RELEASED</td><td>ACCRUED</td><td>PAYABLE</td></tr>
 * <tr><td>CLAWED_BACK, VOIDED; ADJUSTED downwards</td><td>ACCRUED, then PAYABLE, then CLAWBACK_DUE</td>
 *     <td>COMMISSION_EXPENSE</td></tr>
 * <tr><td>ALLOCATED</td><td>PAYABLE</td><td>ALLOCATED</td></tr>
 * <tr><td>PAID</td><td>ALLOCATED</td><td>PAID</td></tr>
 * <tr><td>PAYOUT_FAILED</td><td>ALLOCATED</td><td>PAYABLE</td></tr>
 * <tr><td>RETURNED</td><td>PAID</td><td>PAYABLE</td></tr>
 * </table>
 *
 * @param plan the version that priced it
 * @param terms when it becomes payable, pinned at its accrual
 * @param accrued as the deal accrued it; never changes
 * @param corrected what later tiers added or took, beside that
 * @param adjusted what people added or took, beside both
 * @param clawedBack of all that, taken back because the deal was undone
 * @param owedBack of what was taken back, what had been in a payout already
 * @param holds why it is kept back; none mostly
 * @param corrections ids of the corrections in it, so that none is made twice
 * @param revision number of the transactions that changed it, from 1 for its accrual
 * @param sequence number of the events that told of it, from 1
 */
public record Commission(
        CreditedDeal deal,
        PlanRef plan,
        PaymentTerms terms,
        Money accrued,
        Money corrected,
        Money adjusted,
        Money clawedBack,
        Money owedBack,
        Settled settled,
        List<Portion> portions,
        List<Hold> holds,
        SortedSet<String> corrections,
        long revision,
        long sequence) {

    /** So many corrections one commission takes; more is no correcting but another plan. */
    public static final int MAX_CORRECTIONS = 200;

    public Commission {
        portions = List.copyOf(portions);
        holds = List.copyOf(holds);
        corrections = new TreeSet<>(corrections);
    }

    /** As it stands right after its accrual. */
    public static Commission accrued(CreditedDeal deal, Money amount, PlanRef plan, PaymentTerms terms) {
        Money zero = Money.zero(amount.getCurrencyUnit());
        return new Commission(
                deal,
                plan,
                terms,
                amount,
                zero,
                zero,
                zero,
                zero,
                Settled.nothing(deal.basis()),
                List.of(),
                List.of(),
                new TreeSet<>(),
                1,
                1);
    }

    /** As it stands right after its accrual: as that opened it, or simply accrued. */
    public static Commission of(Posting accrual) {
        if (accrual.opening() != null) {
            return accrual.opening();
        }
        Earned earned = (Earned) accrual.outcome();
        return accrued(accrual.deal(), earned.amount(), earned.plan(), earned.terms());
    }

    /** Whether a commission begins with a transaction: accrued, or added by a later tier after its deal had earned nothing. */
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

    /** What the deal earns by its plan, later tiers included. */
    public Money earned() {
        return accrued.plus(corrected);
    }

    /** What of it the partner is entitled to, after all that was taken back. */
    public Money net() {
        return earned().plus(adjusted).minus(clawedBack);
    }

    /** What has been set free and stays so. */
    public Money released() {
        return sum(portion -> true).minus(owedBack);
    }

    public Money in(State state) {
        return sum(portion -> portion.state() == state);
    }

    /** Portions that a payout has, or had. */
    public Money inPayouts() {
        return in(State.ALLOCATED).plus(in(State.PAID));
    }

    public boolean isHeld() {
        return !holds.isEmpty();
    }

    public Money zero() {
        return Money.zero(accrued.getCurrencyUnit());
    }

    /** What its part of each account is; debits and credits are equal, whatever the state. */
    public Map<Account, Money> accounts() {
        Map<Account, Money> amounts = new EnumMap<>(Account.class);
        amounts.put(Account.COMMISSION_EXPENSE, net());
        amounts.put(Account.ACCRUED, net().minus(released()).plus(in(State.PENDING)));
        amounts.put(Account.PAYABLE, in(State.PAYABLE));
        amounts.put(Account.ALLOCATED, in(State.ALLOCATED));
        amounts.put(Account.PAID, in(State.PAID));
        amounts.put(Account.CLAWBACK_DUE, owedBack);
        return amounts;
    }

    /** The same with the next revision. */
    public Commission next(boolean told) {
        Commission after = told ? told() : this;
        return new Commission(
                deal,
                plan,
                terms,
                accrued,
                corrected,
                adjusted,
                clawedBack,
                owedBack,
                settled,
                portions,
                holds,
                corrections,
                revision + 1,
                after.sequence);
    }

    /** The same with one event more that tells of it. */
    public Commission told() {
        return new Commission(
                deal,
                plan,
                terms,
                accrued,
                corrected,
                adjusted,
                clawedBack,
                owedBack,
                settled,
                portions,
                holds,
                corrections,
                revision,
                sequence + 1);
    }

    /** Where it stands, in a word. */
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
