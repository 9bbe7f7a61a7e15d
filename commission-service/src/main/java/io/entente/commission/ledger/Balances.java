package io.entente.commission.ledger;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The balances of a partner's accounts, separate for each currency. Amounts are never converted.
 *
 * @param amounts contains only accounts that have been written to
 */
public record Balances(SortedMap<CurrencyUnit, Map<Account, Money>> amounts) {

    public static final Balances NONE = new Balances(new TreeMap<>());

    public Balances {
        amounts = Collections.unmodifiableSortedMap(amounts);
    }

    /** Returns the balances after a transaction with these lines. */
    public Balances plus(List<LedgerLine> lines) {
        if (lines.isEmpty()) {
            return this;
        }
        SortedMap<CurrencyUnit, Map<Account, Money>> after = new TreeMap<>();
        amounts.forEach((currency, accounts) -> after.put(currency, new EnumMap<>(accounts)));
        for (LedgerLine line : lines) {
            Account account = line.account();
            Money change = line.side() == account.normal()
                    ? line.amount()
                    : line.amount().negated();
            after.computeIfAbsent(change.getCurrencyUnit(), currency -> new EnumMap<>(Account.class))
                    .merge(account, change, Money::plus);
        }
        return new Balances(after);
    }

    public Money of(Account account, CurrencyUnit currency) {
        return amounts.getOrDefault(currency, Map.of()).getOrDefault(account, Money.zero(currency));
    }
}
