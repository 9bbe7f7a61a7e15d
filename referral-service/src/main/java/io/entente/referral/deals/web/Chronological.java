package io.entente.referral.deals.web;

import io.entente.referral.deals.web.DealRequest.EngagementRequest;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Requires that an engagement doesn't end before it starts. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Chronological.Validator.class)
@interface Chronological {

    String message() default "must not be before startsOn";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports the failure on the property {@code endsOn}. */
    final class Validator implements ConstraintValidator<Chronological, EngagementRequest> {

        @Override
        public boolean isValid(@Nullable EngagementRequest engagement, ConstraintValidatorContext context) {
            if (engagement == null
                    || engagement.startsOn() == null
                    || engagement.endsOn() == null
                    || !engagement.endsOn().isBefore(engagement.startsOn())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("endsOn")
                    .addConstraintViolation();
            return false;
        }
    }
}
