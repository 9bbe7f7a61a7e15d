package io.entente.commission.deals;

import java.util.Collection;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * All that happened to a deal, in the order in which it was put on record, which is the same for everybody who looks. A
 * commission remembers up to where it took account of it; so each fact counts once, and none is missed, whether the deal or
 * the fact came first.
 */
public record DealFile(String dealId, List<DealFact> facts) {

    /** So many facts one deal may have: twenty years of monthly payments with refunds. */
    public static final int MAX_FACTS = 500;

    public DealFile {
        facts = List.copyOf(facts);
    }

    /** What clients have paid on some deals in a currency. */
    public static Money paid(Collection<DealFile> files, CurrencyUnit currency) {
        return files.stream()
                .flatMap(file -> file.facts().stream())
                .filter(fact -> fact.kind() == DealFact.Kind.PAYMENT)
                .map(DealFact::amount)
                .filter(amount -> amount.getCurrencyUnit().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }
}
