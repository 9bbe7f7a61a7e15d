package io.entente.platform.domain;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A {@link MoneyJson} that names a known currency and has a decimal amount with no more decimals than that has. */
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = MoneyJsonValidator.class)
public @interface ValidMoney {

    String message() default "must be an amount of money";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
