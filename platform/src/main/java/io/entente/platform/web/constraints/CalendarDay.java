package io.entente.platform.web.constraints;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day in a range that people use. ISO 8601 allows years up to 999,999,999. Adding a month to such a day fails long after it
 * was stored, and as text it sorts before all other days.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CalendarDay.Validator.class)
public @interface CalendarDay {

    String message() default "must be a day in the years 1900 to 2199, such as 2026-04-02";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null: another constraint says whether a field is required. */
    final class Validator implements ConstraintValidator<CalendarDay, LocalDate> {

        private static final int FIRST_YEAR = 1900;
        private static final int LAST_YEAR = 2199;

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        }
    }
}
