package io.entente.commission.ledger.audit;

import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.Balances;
import io.entente.commission.ledger.Side;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The sums of all partners' accounts, by currency. The sum of the debit accounts must equal the sum of the credit
 * accounts.
 */
public final class TrialBalance {

    private final SortedMap<CurrencyUnit, Map<Account, Money>> amounts = new TreeMap<>();
    private long partners;

    /** Adds the balances of one partner. */
    public void add(Balances balances) {
        partners++;
        balances.amounts().forEach((currency, accounts) -> {
            Map<Account, Money> sums = amounts.computeIfAbsent(currency, of -> new EnumMap<>(Account.class));
            accounts.forEach((account, amount) -> sums.merge(account, amount, Money::plus));
        });
    }

    public long partners() {
        return partners;
    }

    public SortedMap<CurrencyUnit, Map<Account, Money>> amounts() {
        return Collections.unmodifiableSortedMap(amounts);
    }

    /** Returns the sum of all accounts of one side. */
    public Money total(Side side, CurrencyUnit currency) {
        return amounts.getOrDefault(currency, Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey().normal() == side)
                .map(Map.Entry::getValue)
                .reduce(Money.zero(currency), Money::plus);
    }

    public boolean isBalanced() {
        return amounts.keySet().stream()
                .allMatch(currency -> total(Side.DEBIT, currency).isEqual(total(Side.CREDIT, currency)));
    }
}
