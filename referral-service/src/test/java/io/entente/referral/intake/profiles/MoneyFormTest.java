package io.entente.referral.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.intake.values.AmountReading;
import io.entente.referral.intake.values.DecimalMark;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // mark | profile | column | text         | amount        | the invalid field
                "POINT | USD     | ''     | 1054         | USD 1054.00   | -",
                "POINT | USD     | ''     | $22,700.00   | USD 22700.00  | -",
                "POINT | USD     | ''     | USD 100      | USD 100.00    | -",
                "POINT | USD     | ''     | 1.234,56 €   | EUR 1234.56   | -",
                "POINT | SGD     | ''     | $22,700.00   | SGD 22700.00  | -",
                "POINT | EUR     | ''     | $22,700.00   | -             | AMOUNT",
                "COMMA | EUR     | USD    | 5,000        | -             | AMOUNT",
                "COMMA | JPY     | ''     | 5,000        | -             | AMOUNT",
                "POINT | -       | EUR    | 5            | EUR 5.00      | -",
                "POINT | USD     | EUR    | $5           | -             | AMOUNT",
                "POINT | USD     | EUR    | EUR 5        | EUR 5.00      | -",
                "POINT | USD     | xyz    | 5            | -             | CURRENCY",
                "POINT | -       | ''     | 5            | -             | CURRENCY",
                "POINT | -       | ''     | RM5,000.00   | MYR 5000.00   | -",
                "POINT | INR     | ''     | 1,00,000     | INR 100000.00 | -",
                "POINT | USD     | ''     | (1,200.00)   | -             | AMOUNT",
                "POINT | USD     | ''     | 1.005        | -             | AMOUNT",
                "POINT | USD     | ''     | 1,234        | USD 1234.00   | -",
                "COMMA | EUR     | ''     | 1.234        | EUR 1234.00   | -",
                "COMMA | EUR     | ''     | 10.54        | EUR 10.54     | -",
                "POINT | KWD     | ''     | 1.234        | KWD 1.234     | -",
                "POINT | JPY     | ''     | 1054.00      | JPY 1054      | -",
                "POINT | JPY     | ''     | 1054.50      | -             | AMOUNT",
                "POINT | USD     | ''     | 1e3          | -             | AMOUNT",
            })
    void an_amount_is_read_in_its_own_currency_or_that_of_the_row_or_the_profile(
            DecimalMark mark, String currency, String column, String text, String amount, RowField invalid) {
        MoneyForm form = new MoneyForm(ProfileMother.with(mark, currency), new AmountReading(mark, true));

        MoneyForm.Result result = form.read(text, column);

        assertThat(result.money()).isEqualTo(amount == null ? null : Money.parse(amount));
        assertThat(result.field()).isEqualTo(invalid);
        assertThat(result.error() == null).isEqualTo(invalid == null);
    }

    @ParameterizedTest
    @CsvSource({"1.500", "2.000", "12.345"})
    void three_decimals_that_are_only_assumed_are_not_read_because_they_may_be_thousands(String text) {
        MoneyForm form = new MoneyForm(
                ProfileMother.with(DecimalMark.POINT, "USD"), new AmountReading(DecimalMark.POINT, false));

        assertThat(form.read(text, "").error())
                .startsWith("can be read as %s or as %s".formatted(text.replace(".", ""), text))
                .endsWith("; send the file again with decimalMark=COMMA if it is %s, or correct it in the file"
                        .formatted(text.replace(".", "")));
    }
}
