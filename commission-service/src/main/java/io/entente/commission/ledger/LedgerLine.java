package io.entente.commission.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * One line of a ledger transaction.
 *
 * @param amount above zero; {@code side} says in which direction it counts
 */
public record LedgerLine(Account account, Side side, Money amount) {

    /** Whether debits equal credits in every currency, which is the rule of double entry. */
    public static boolean balance(List<LedgerLine> lines) {
        Map<CurrencyUnit, Money> excess = new TreeMap<>();
        for (LedgerLine line : lines) {
            Money debited = line.side == Side.DEBIT ? line.amount : line.amount.negated();
            excess.merge(debited.getCurrencyUnit(), debited, Money::plus);
        }
        return excess.values().stream().allMatch(Money::isZero);
    }
}
