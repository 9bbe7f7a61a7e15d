package io.entente.referral.referral.web;

import io.entente.referral.referral.web.ReferralRequest.ClientRequest;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Requires that the client's contact can be reached by e-mail, by phone, or by both. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Reachable.Validator.class)
@interface Reachable {

    String message() default "is required if there is no contactPhone";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports the failure on the property for the e-mail address. */
    final class Validator implements ConstraintValidator<Reachable, ClientRequest> {

        @Override
        public boolean isValid(@Nullable ClientRequest client, ConstraintValidatorContext context) {
            if (client == null || isGiven(client.contactEmail()) || isGiven(client.contactPhone())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("contactEmail")
                    .addConstraintViolation();
            return false;
        }

        private static boolean isGiven(@Nullable String value) {
            return value != null && !value.isBlank();
        }
    }
}
