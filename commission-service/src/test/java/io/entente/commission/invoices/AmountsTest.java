package io.entente.commission.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        // 1234.50 x 19 % = 234.555; 1234.50 x 15 % = 185.175; each is rounded once
        "EUR 1234.50, 19, 15, EUR 1234.50, EUR 234.56, EUR 1469.06, EUR 185.18, EUR 1283.88",
        // 33.33 x 25.5 % = 8.49915
        "EUR 33.33, 25.5, 0, EUR 33.33, EUR 8.50, EUR 41.83, EUR 0.00, EUR 41.83",
        // yen have no decimals: 12345 x 10 % = 1234.5; 12345 x 10.21 % = 1260.4245
        "JPY 12345, 10, 10.21, JPY 12345, JPY 1235, JPY 13580, JPY 1260, JPY 12320",
        "EUR 1054.00, 0, 0, EUR 1054.00, EUR 0.00, EUR 1054.00, EUR 0.00, EUR 1054.00",
    })
    void vat_and_withholding_are_rounded_once_each(
            String earned,
            String vatRate,
            String withholdingRate,
            String net,
            String vat,
            String gross,
            String withheld,
            String payable) {
        Amounts amounts = Amounts.of(Money.parse(earned), new BigDecimal(vatRate), new BigDecimal(withholdingRate));

        assertThat(amounts.net()).isEqualTo(Money.parse(net));
        assertThat(amounts.vat()).isEqualTo(Money.parse(vat));
        assertThat(amounts.gross()).isEqualTo(Money.parse(gross));
        assertThat(amounts.withheld()).isEqualTo(Money.parse(withheld));
        assertThat(amounts.payable()).isEqualTo(Money.parse(payable));
    }

    @Test
    void a_credit_note_states_its_amounts_without_a_sign() {
        Amounts amounts = Amounts.of(Money.parse("EUR -50.05"), new BigDecimal("19"), BigDecimal.ZERO);

        assertThat(amounts.net()).isEqualTo(Money.parse("EUR 50.05"));
        // 50.05 x 19 % = 9.5095
        assertThat(amounts.vat()).isEqualTo(Money.parse("EUR 9.51"));
    }
}
