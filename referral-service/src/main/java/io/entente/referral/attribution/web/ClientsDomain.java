package io.entente.referral.attribution.web;

import io.entente.referral.attribution.matching.ClientDomain;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A client's domain as people have it: a domain, the address of a page or an e-mail address. It must have more than a public suffix,
 * because nobody is identified by {@code co.uk}.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ClientsDomain.Validator.class)
@interface ClientsDomain {

    String message() default
            "must be an Internet domain such as brightwater.example, the address of a page or an e-mail address, and not only a"
                    + " public suffix such as co.uk";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null: another constraint says whether a field is required. */
    final class Validator implements ConstraintValidator<ClientsDomain, String> {

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || ClientDomain.registrableIn(value).isPresent();
        }
    }
}
