package io.entente.referral.intake.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // text          | value    | currency
                "$22,700.00      | 22700.00 | $",
                "USD 100         | 100      | USD",
                "1.234,56 €      | 1234.56  | €",
                "1 234,56        | 1234.56  | -",
                "1\u00a0234,56   | 1234.56  | -",
                "1\u202f234,56 € | 1234.56  | €",
                "1'234.50        | 1234.50  | -",
                "1\u2019234.50   | 1234.50  | -",
                "CHF 1'234.-     | 1234.00  | CHF",
                "1.234,-         | 1234.00  | -",
                "1,00,000        | 100000   | -",
                "₹1,23,45,678.90 | 12345678.90 | ₹",
                "(1,200.00)      | -1200.00 | -",
                "($1,200.00)     | -1200.00 | $",
                "-$5             | -5       | $",
                "5-              | -5       | -",
                "\u22125         | -5       | -",
                "1,05            | 1.05     | -",
                "12345,678       | 12345.678 | -",
                "0.500           | 0.500    | -",
                "1.234.567       | 1234567  | -",
                "１，２３４．５０ | 1234.50  | -",
            })
    void an_amount_is_read_as_people_write_it(String text, BigDecimal value, String currency) {
        AmountText amount = AmountText.of(text).orElseThrow();

        assertThat(amount.value()).isEqualTo(value);
        assertThat(amount.currency()).isEqualTo(currency);
        assertThat(amount.isAmbiguous()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1e3",
                "1,2,3",
                "1,2345,67",
                "12,34.567,8",
                "--5",
                "(-5)",
                "USD 5 EUR",
                "1234567890123",
                "5."
            })
    void other_texts_are_no_amounts(String text) {
        assertThat(AmountText.of(text)).isEmpty();
    }

    @Test
    void three_digits_after_a_single_mark_can_be_read_in_two_ways_and_the_column_decides() {
        AmountText ambiguous = AmountText.of("1.500").orElseThrow();
        assertThat(ambiguous.isAmbiguous()).isTrue();

        assertThat(judged("12,50").read(ambiguous, 2)).isEqualByComparingTo("1500");
        assertThat(judged("1.234,00").read(ambiguous, 2)).isEqualByComparingTo("1500");
        assertThat(judged("12.50").read(ambiguous, 3)).isEqualByComparingTo("1.5");
        assertThat(judged("12,-").read(ambiguous, 2)).isEqualByComparingTo("1500");
        assertThat(judged("2.345").read(ambiguous, 2)).as("2.345 can't be paid").isEqualByComparingTo("1500");
        assertThat(judged("12.50", "12,50").read(ambiguous, 2)).isNull();
        assertThat(judged("7").read(ambiguous, 2))
                .as("nothing but an assumption")
                .isNull();
        assertThat(judged("7").read(ambiguous, 3)).isEqualByComparingTo("1.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the rest of the column | amount | decimals of its currency
                "1,234.50 2,234.75 | 5.000  | 2",
                "1000,50           | 5,000  | 2",
                "1000,50           | 7,250  | 0",
                "99.5              | 15.000 | 2",
                "12,50             | 880,000 | 0"
            })
    void thousands_are_never_read_as_decimals_that_the_currency_does_not_have(
            String column, String text, int currencyDecimals) {
        AmountText amount = AmountText.of(text).orElseThrow();
        AmountReading reading = judged(column.split(" "));

        assertThat(reading.read(amount, currencyDecimals)).isNull();
        assertThat(reading.advice(amount)).startsWith("correct it in the file, whose decimal mark is the ");
    }

    @Test
    void one_typing_error_in_many_amounts_does_not_make_the_others_ambiguous() {
        String[] amounts = new String[30];
        java.util.Arrays.fill(amounts, "12,50");
        amounts[7] = "12.50";

        assertThat(judged(amounts).decimalMark()).isEqualTo(DecimalMark.COMMA);
    }

    private static AmountReading judged(String... column) {
        AmountSurvey survey = new AmountSurvey();
        for (String text : column) {
            survey.add(AmountText.of(text).orElseThrow(), 2);
        }
        return survey.result(DecimalMark.POINT);
    }
}
