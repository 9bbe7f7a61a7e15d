package io.entente.commission.commissions.payables;

import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.Side;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The taxes of payments to a partner. They are no commission: VAT is paid on top of it, and withheld tax is kept back from it.
 *
 * @param vat below zero if more came back than was paid
 * @param withheld below zero if more was given back than was kept
 */
public record PayoutTax(Money vat, Money withheld) {

    public static PayoutTax none(CurrencyUnit currency) {
        return new PayoutTax(Money.zero(currency), Money.zero(currency));
    }

    public boolean isNone() {
        return vat.isZero() && withheld.isZero();
    }

    /** The amount that is transferred for a commission. */
    public Money paid(Money commission) {
        return commission.plus(vat).minus(withheld);
    }

    /** The lines of the ledger when the payout is paid. */
    List<LedgerLine> lines() {
        Money beside = vat.minus(withheld);
        return Stream.of(
                        new LedgerLine(Account.VAT, Side.DEBIT, vat),
                        new LedgerLine(Account.WITHHELD, Side.CREDIT, withheld),
                        new LedgerLine(Account.TAX_PAID, beside.isNegative() ? Side.DEBIT : Side.CREDIT, beside.abs()))
                .filter(line -> line.amount().isPositive())
                .toList();
    }

    /** The lines of the ledger when the payout comes back. */
    List<LedgerLine> reversedLines() {
        return lines().stream()
                .map(line -> new LedgerLine(
                        line.account(), line.side() == Side.DEBIT ? Side.CREDIT : Side.DEBIT, line.amount()))
                .toList();
    }
}
