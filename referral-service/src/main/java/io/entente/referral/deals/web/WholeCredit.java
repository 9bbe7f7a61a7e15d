package io.entente.referral.deals.web;

import io.entente.referral.deals.web.DealRequest.CreditRequest;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Requires shares that add up to exactly 1, each for a different partner. Another constraint checks the form of each
 * share.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WholeCredit.Validator.class)
@interface WholeCredit {

    String message() default "must have shares that add up to exactly 1";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null and an empty list are valid, because the credit then belongs to the partner of the referral. */
    final class Validator implements ConstraintValidator<WholeCredit, List<CreditRequest>> {

        @Override
        public boolean isValid(@Nullable List<CreditRequest> credit, ConstraintValidatorContext context) {
            if (credit == null || credit.isEmpty() || credit.stream().anyMatch(share -> !isComplete(share))) {
                return true;
            }
            Set<String> partners = new HashSet<>();
            if (!credit.stream().allMatch(share -> partners.add(share.partnerId()))) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("must name each partner once")
                        .addConstraintViolation();
                return false;
            }
            BigDecimal sum = credit.stream()
                    .map(share -> new BigDecimal(share.share()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return sum.compareTo(BigDecimal.ONE) == 0;
        }

        private static boolean isComplete(@Nullable CreditRequest credit) {
            return credit != null
                    && credit.partnerId() != null
                    && credit.share() != null
                    && credit.share().matches(CreditRequest.SHARE);
        }
    }
}
