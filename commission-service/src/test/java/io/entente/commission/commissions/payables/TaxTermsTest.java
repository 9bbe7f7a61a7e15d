package io.entente.commission.commissions.payables;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.invoices.Amounts;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxTermsTest {

    @ParameterizedTest
    @CsvSource({
        "EUR 1000.00, 19, 0, EUR 190.00, EUR 0.00, EUR 1190.00",
        // Reverse charge: the firm accounts for the VAT.
        "EUR 1000.00, 0, 0, EUR 0.00, EUR 0.00, EUR 1000.00",
        "EUR 1000.00, 0, 10, EUR 0.00, EUR 100.00, EUR 900.00",
        "EUR 1000.00, 19, 10, EUR 190.00, EUR 100.00, EUR 1090.00",
        // 1234.50 x 19 % = 234.555 and 1234.50 x 15 % = 185.175, each HALF_UP
        "EUR 1234.50, 19, 15, EUR 234.56, EUR 185.18, EUR 1283.88",
        // Yen have no decimals: 12345 x 10 % = 1234.5 and 12345 x 10.21 % = 1260.4245
        "JPY 12345, 10, 10.21, JPY 1235, JPY 1260, JPY 12320",
    })
    void vat_and_withholding_are_calculated_from_the_commission_and_rounded_once_each(
            String commission, String vatRate, String withholdingRate, String vat, String withheld, String paid) {
        PayoutTax tax = terms(vatRate, withholdingRate).on(Money.parse(commission));

        assertThat(tax).isEqualTo(new PayoutTax(Money.parse(vat), Money.parse(withheld)));
        assertThat(tax.paid(Money.parse(commission))).isEqualTo(Money.parse(paid));
    }

    @Test
    void the_explanation_has_every_figure() {
        assertThat(terms("19.00", "10").explained(Money.parse("EUR 1000.00")))
                .isEqualTo("VAT of 19 % (DOMESTIC) adds 190.00 EUR, and withholding of 10 % takes off 100.00 EUR."
                        + " The amount paid is 1090.00 EUR.");
    }

    @Property(tries = 300)
    void a_payout_pays_what_an_invoice_about_the_same_commission_shows(
            @ForAll @LongRange(min = 1, max = 999_999_999) long cents,
            @ForAll @IntRange(max = 300) int vat,
            @ForAll @IntRange(max = 1000) int withheld) {
        Money commission = Money.ofMinor(CurrencyUnit.EUR, cents);
        BigDecimal vatRate = BigDecimal.valueOf(vat, 1);
        BigDecimal withholdingRate = BigDecimal.valueOf(withheld, 1);

        Money paid = new TaxTerms(vatRate, withholdingRate, "DOMESTIC")
                .on(commission)
                .paid(commission);

        assertThat(paid)
                .isEqualTo(Amounts.of(commission, vatRate, withholdingRate).payable());
    }

    private static TaxTerms terms(String vatRate, String withholdingRate) {
        return new TaxTerms(new BigDecimal(vatRate), new BigDecimal(withholdingRate), "DOMESTIC");
    }
}
