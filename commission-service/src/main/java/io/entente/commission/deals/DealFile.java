package io.entente.commission.deals;

import java.util.Collection;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * All facts of a deal in the order in which they were recorded. Every reader sees the same order. A commission
 * remembers how many facts it has settled, so each fact counts exactly once, even if it arrives before its deal.
 */
public record DealFile(String dealId, List<DealFact> facts) {

    /** The largest number of facts of one deal. It allows twenty years of monthly payments with refunds. */
    public static final int MAX_FACTS = 500;

    public DealFile {
        facts = List.copyOf(facts);
    }

    /** Returns what clients have paid for these deals in a currency. */
    public static Money paid(Collection<DealFile> files, CurrencyUnit currency) {
        return files.stream()
                .flatMap(file -> file.facts().stream())
                .filter(fact -> fact.kind() == DealFact.Kind.PAYMENT)
                .map(DealFact::amount)
                .filter(amount -> amount.getCurrencyUnit().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }
}
