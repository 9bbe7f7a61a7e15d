package io.entente.commission.ledger.web;

import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.Side;
import io.entente.commission.ledger.audit.TrialBalance;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The sums of all partners' accounts, separate for each currency. */
record TrialBalanceView(boolean balanced, long partners, List<InCurrency> items) {

    /**
     * The accounts in one currency.
     *
     * @param debits sum of the accounts that debits increase
     * @param credits sum of the accounts that credits increase
     */
    record InCurrency(String currency, String debits, String credits, List<AccountSum> accounts) {}

    record AccountSum(Account account, Side normal, String amount) {}

    static TrialBalanceView of(TrialBalance balance) {
        return new TrialBalanceView(
                balance.isBalanced(),
                balance.partners(),
                balance.amounts().keySet().stream()
                        .map(currency -> of(balance, currency))
                        .toList());
    }

    private static InCurrency of(TrialBalance balance, CurrencyUnit currency) {
        return new InCurrency(
                currency.getCode(),
                text(balance.total(Side.DEBIT, currency)),
                text(balance.total(Side.CREDIT, currency)),
                balance.amounts().getOrDefault(currency, Map.of()).entrySet().stream()
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .map(entry ->
                                new AccountSum(entry.getKey(), entry.getKey().normal(), text(entry.getValue())))
                        .toList());
    }

    private static String text(Money money) {
        return money.getAmount().toPlainString();
    }
}
