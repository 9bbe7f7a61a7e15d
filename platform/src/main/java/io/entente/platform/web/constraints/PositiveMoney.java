package io.entente.platform.web.constraints;

import io.entente.platform.domain.MoneyJson;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount of more than zero. Another constraint, {@code ValidMoney}, checks that it is an amount at all. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PositiveMoney.Validator.class)
public @interface PositiveMoney {

    String message() default "must be more than zero";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports the violation on {@code amount} rather than on the whole object. */
    final class Validator implements ConstraintValidator<PositiveMoney, MoneyJson> {

        @Override
        public boolean isValid(@Nullable MoneyJson money, ConstraintValidatorContext context) {
            if (money == null || money.amount() == null || isPositiveOrNoNumber(money.amount())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("amount")
                    .addConstraintViolation();
            return false;
        }

        private static boolean isPositiveOrNoNumber(String amount) {
            try {
                return new BigDecimal(amount).signum() > 0;
            } catch (NumberFormatException e) {
                return true;
            }
        }
    }
}
