package io.entente.platform.domain;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Validates a {@link MoneyJson} and reports each invalid field with its own message. */
public final class MoneyJsonValidator implements ConstraintValidator<ValidMoney, MoneyJson> {

    @Override
    public boolean isValid(@Nullable MoneyJson money, ConstraintValidatorContext context) {
        if (money == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        CurrencyUnit currency = money.currency() == null
                ? null
                : CurrenciesInUse.find(money.currency()).orElse(null);
        boolean valid = true;
        if (currency == null) {
            valid = refuse(context, "currency", "must be the ISO 4217 code of a currency in use, such as USD");
        }
        String amount = money.amount();
        if (amount == null || !MoneyJson.ENTERED.matcher(amount).matches()) {
            valid = refuse(
                    context,
                    "amount",
                    "must be a decimal number of at most 12 digits before the point, such as 1054.00");
        } else if (currency != null
                && new BigDecimal(amount).stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
            valid = refuse(
                    context,
                    "amount",
                    "must have at most %d decimals in %s".formatted(currency.getDecimalPlaces(), currency.getCode()));
        }
        return valid;
    }

    private static boolean refuse(ConstraintValidatorContext context, String field, String message) {
        context.buildConstraintViolationWithTemplate(message)
                .addPropertyNode(field)
                .addConstraintViolation();
        return false;
    }
}
