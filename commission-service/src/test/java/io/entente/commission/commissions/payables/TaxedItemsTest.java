package io.entente.commission.commissions.payables;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.payables.PayoutEntry.Item;
import io.entente.commission.partners.PartnerId;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Commission of a quarter without taxes and of one with 19 % VAT and 10 % withholding. */
class TaxedItemsTest {

    private static final TaxTerms EXEMPT = new TaxTerms(BigDecimal.ZERO, BigDecimal.ZERO, "SMALL_BUSINESS");
    private static final TaxTerms TAXED = new TaxTerms(new BigDecimal("19"), BigDecimal.TEN, "DOMESTIC");
    private static final CommissionId SPRING = CommissionId.of("spring", new PartnerId("par_ash"));
    private static final CommissionId SUMMER = CommissionId.of("summer", new PartnerId("par_ash"));
    private static final List<Item> ITEMS = List.of(
            new Item(SPRING, 1, euros("730.00")),
            new Item(SUMMER, 1, euros("111.11")),
            new Item(SUMMER, 2, euros("111.11")));

    @Test
    void each_quarter_has_its_own_taxes_which_are_rounded_once() {
        TaxedItems items = items("0.00");

        // 222.22 x 19 % = 42.2218 and 222.22 x 10 % = 22.222
        assertThat(items.tax(CurrencyUnit.EUR)).isEqualTo(new PayoutTax(euros("42.22"), euros("22.22")));
        assertThat(items.explained())
                .anyMatch(step ->
                        step.startsWith("Of this, 730.00 EUR have terms of their own. VAT of 0 % (SMALL_BUSINESS)"))
                .anyMatch(step -> step.contains("VAT of 19 % (DOMESTIC) adds 42.22 EUR"));
    }

    @Test
    void what_is_set_off_is_not_taxed() {
        // 211.11 are paid: x 19 % = 40.1109 and x 10 % = 21.111
        assertThat(items("741.11").tax(CurrencyUnit.EUR)).isEqualTo(new PayoutTax(euros("40.11"), euros("21.11")));
        assertThat(items("952.22").tax(CurrencyUnit.EUR)).isEqualTo(PayoutTax.none(CurrencyUnit.EUR));
    }

    private static TaxedItems items(String netted) {
        return TaxedItems.of(ITEMS, euros(netted), commission -> commission.equals(SPRING) ? EXEMPT : TAXED);
    }

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }
}
