package io.entente.commission.statements.chain;

import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What one transaction changes in one currency.
 *
 * @param revenue the amount by which the transaction changes the counters of the chain, so the lines of a statement add up to its
 *     total, whatever kind of entry changes revenue
 * @param tax that was paid or kept back, which is no part of what was earned and paid
 * @param shown whether it has a line although it changes none of these: a set-off, or a payment that is outside the engagement
 */
record Amounts(Money revenue, Money earned, Money paid, PayoutTax tax, boolean shown) {

    static Amounts of(LedgerTransaction transaction, CurrencyUnit currency) {
        return new Amounts(
                revenue(transaction.entry().counted(Counters.NONE), currency),
                change(transaction, Account.COMMISSION_EXPENSE, currency),
                change(transaction, Account.PAID, currency),
                new PayoutTax(
                        change(transaction, Account.VAT, currency), change(transaction, Account.WITHHELD, currency)),
                isNetted(transaction, currency) || isOutsideEngagement(transaction, currency));
    }

    private static boolean isNetted(LedgerTransaction transaction, CurrencyUnit currency) {
        return transaction.kind() == TransactionKind.NETTED
                && !change(transaction, Account.PAYABLE, currency).isZero();
    }

    private static boolean isOutsideEngagement(LedgerTransaction transaction, CurrencyUnit currency) {
        return transaction.entry() instanceof Posting posting
                && posting.outcome() instanceof NothingDue nothing
                && nothing.reason() == Reason.OUTSIDE_ENGAGEMENT
                && posting.deal().basis().getCurrencyUnit().equals(currency);
    }

    /** The partner's part of deals, without what was refunded. Reversed deals are not in the counter. */
    static Money revenue(Counters counters, CurrencyUnit currency) {
        return counters.revenue()
                .getOrDefault(currency, Money.zero(currency))
                .minus(counters.takenBack(currency).refunded());
    }

    /** Whether the transaction has no line on a statement. */
    boolean areNothing() {
        return revenue.isZero() && earned.isZero() && paid.isZero() && tax.isNone() && !shown;
    }

    /** The kind of line: that of the transaction, unless it is a payout that books nothing but taxes. */
    String kind(TransactionKind kind) {
        return kind == TransactionKind.PAYOUT && paid.isZero() && !tax.isNone() ? "TAX" : kind.name();
    }

    private static Money change(LedgerTransaction transaction, Account account, CurrencyUnit currency) {
        Money change = Money.zero(currency);
        for (LedgerLine line : transaction.lines()) {
            if (line.account() == account && line.amount().getCurrencyUnit().equals(currency)) {
                boolean increases = line.side() == account.normal();
                change = increases ? change.plus(line.amount()) : change.minus(line.amount());
            }
        }
        return change;
    }
}
