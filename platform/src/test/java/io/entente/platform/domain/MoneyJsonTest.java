package io.entente.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyJsonTest {

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @CsvSource({"1054.00,USD,1054.00", "1054,USD,1054.00", "1054.5,EUR,1054.50", "1000,JPY,1000", "1000.0,JPY,1000"})
    void an_amount_takes_its_currencys_decimals(String amount, String currency, String exact) {
        MoneyJson money = new MoneyJson(amount, currency);

        assertThat(validator.validate(money)).isEmpty();
        assertThat(MoneyJson.of(money.toMoney())).isEqualTo(new MoneyJson(exact, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "10.005,USD,amount",
        "10.5,JPY,amount",
        "1e999999999,USD,amount",
        "1e3,USD,amount",
        "ten,USD,amount",
        "1234567890123,USD,amount",
        "10,usd,currency",
        "10,XYZ,currency",
        "10,DEM,currency",
        "10,HRK,currency",
        "10,XAU,currency",
        "10,XXX,currency"
    })
    void what_is_wrong_is_named(String amount, String currency, String field) {
        assertThat(validator.validate(new MoneyJson(amount, currency)))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactly(field);
    }

    @Test
    void twelve_digits_can_be_entered_and_a_million_such_amounts_can_be_read() {
        assertThat(validator.validate(new MoneyJson("999999999999.99", "USD"))).isEmpty();
        assertThat(new MoneyJson("999999999999990000.00", "USD").toMoney().getAmount())
                .isEqualByComparingTo("999999999999990000.00");
        assertThatThrownBy(() -> new MoneyJson("1000000000000000000", "USD").toMoney())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void both_are_named_if_both_are_missing() {
        assertThat(validator.validate(new MoneyJson(null, null))).hasSize(2);
    }
}
