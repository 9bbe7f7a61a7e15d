package io.entente.platform.domain;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** Validates a {@link MoneyJson} and reports each invalid field with its own message. */
public final class MoneyJsonValidator implements ConstraintValidator<ValidMoney, MoneyJson> {

    @Override
    public boolean isValid(@Nullable MoneyJson money, ConstraintValidatorContext context) {
        if (money == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        CurrencyUnit currency = currency(money.currency());
        boolean valid = true;
        if (currency == null) {
            valid = refuse(context, "currency", "must be an ISO 4217 currency code, like USD");
        }
        String amount = money.amount();
        if (amount == null || !MoneyJson.DECIMAL.matcher(amount).matches()) {
            valid = refuse(context, "amount", "must be a decimal number of at most 15 digits, like 1054.00");
        } else if (currency != null
                && new BigDecimal(amount).stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
            valid = refuse(
                    context,
                    "amount",
                    "must have at most %d decimals in %s".formatted(currency.getDecimalPlaces(), currency.getCode()));
        }
        return valid;
    }

    private static @Nullable CurrencyUnit currency(@Nullable String code) {
        try {
            return code == null ? null : CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            return null;
        }
    }

    private static boolean refuse(ConstraintValidatorContext context, String field, String message) {
        context.buildConstraintViolationWithTemplate(message)
                .addPropertyNode(field)
                .addConstraintViolation();
        return false;
    }
}
