package io.entente.commission.plans.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderCustomizableContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Accepts a {@link RuleRequest} that has all fields of its type and no others. Each bad field gets its own message. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidRule.Validator.class)
@interface ValidRule {

    String message() default "must be a rule";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports the problems that {@link RuleReading} finds. */
    final class Validator implements ConstraintValidator<ValidRule, RuleRequest> {

        @Override
        public boolean isValid(@Nullable RuleRequest rule, ConstraintValidatorContext context) {
            if (rule == null) {
                return true;
            }
            RuleReading reading = new RuleReading(rule);
            if (rule.type() == null) {
                reading.checkRates();
            } else {
                reading.read();
            }
            context.disableDefaultConstraintViolation();
            reading.problems().forEach(problem -> add(problem, context));
            return reading.problems().isEmpty();
        }

        private static void add(RuleReading.Problem problem, ConstraintValidatorContext context) {
            NodeBuilderCustomizableContext node = context.buildConstraintViolationWithTemplate(problem.message())
                    .addPropertyNode(problem.field());
            if (problem.band() == null) {
                node.addConstraintViolation();
            } else {
                node.addPropertyNode(problem.inBand())
                        .inIterable()
                        .atIndex(problem.band())
                        .addConstraintViolation();
            }
        }
    }
}
