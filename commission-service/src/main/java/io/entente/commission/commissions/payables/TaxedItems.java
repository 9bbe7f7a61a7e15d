package io.entente.commission.commissions.payables;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Texts;
import io.entente.commission.commissions.payables.PayoutEntry.Item;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The commission that a payout pays, by the terms that tax it. The taxes of each part are calculated from the part and rounded once.
 *
 * @param parts in the order of the items, without what is set off
 */
record TaxedItems(Map<TaxTerms, Money> parts) {

    /**
     * Divides items by their terms.
     *
     * @param netted what is set off, beginning with the first items; it is not paid and not taxed
     * @param terms of a commission
     */
    static TaxedItems of(List<Item> items, Money netted, Function<CommissionId, TaxTerms> terms) {
        Map<CommissionId, TaxTerms> known = new HashMap<>();
        Map<TaxTerms, Money> parts = new LinkedHashMap<>();
        Money rest = netted;
        for (Item item : items) {
            Money setOff = rest.isGreaterThan(item.amount()) ? item.amount() : rest;
            rest = rest.minus(setOff);
            TaxTerms of = known.computeIfAbsent(item.commission(), terms);
            parts.merge(of, item.amount().minus(setOff), Money::plus);
        }
        return new TaxedItems(parts);
    }

    PayoutTax tax(CurrencyUnit currency) {
        PayoutTax sum = PayoutTax.none(currency);
        for (Map.Entry<TaxTerms, Money> part : parts.entrySet()) {
            PayoutTax tax = part.getKey().on(part.getValue());
            sum = new PayoutTax(sum.vat().plus(tax.vat()), sum.withheld().plus(tax.withheld()));
        }
        return sum;
    }

    /** Explains the taxes and the amount that is paid; empty if the program pays the commission alone. */
    List<String> explained() {
        boolean taxed = !parts.keySet().stream().allMatch(TaxTerms::areNone);
        return taxed ? parts.entrySet().stream().map(this::sentence).toList() : List.of();
    }

    private String sentence(Map.Entry<TaxTerms, Money> part) {
        String taxes = part.getKey().explained(part.getValue());
        return parts.size() == 1
                ? taxes
                : "Of this, %s have terms of their own. ".formatted(Texts.money(part.getValue())) + taxes;
    }
}
