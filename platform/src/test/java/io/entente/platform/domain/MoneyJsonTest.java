package io.entente.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;

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
        "1234567890123456,USD,amount",
        "10,usd,currency",
        "10,XYZ,currency"
    })
    void what_is_wrong_is_named(String amount, String currency, String field) {
        assertThat(validator.validate(new MoneyJson(amount, currency)))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactly(field);
    }

    @Test
    void both_are_named_where_both_are_missing() {
        assertThat(validator.validate(new MoneyJson(null, null))).hasSize(2);
    }
}
