package io.entente.platform.web.constraints;

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
 * The ISO 639 code of one of the program's languages, which are configured ({@code entente.program.languages}). The message
 * names them. It stands on the elements of collections, such as the keys of a map of texts.
 */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ProgramLanguage.Validator.class)
public @interface ProgramLanguage {

    String message() default "must be one of the program's languages";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null: another constraint says whether a field is required. */
    final class Validator implements ConstraintValidator<ProgramLanguage, String> {

        private final ProgramLanguages languages;

        Validator(ProgramLanguages languages) {
            this.languages = languages;
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null || languages.codes().contains(value)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("must be a language of the program: " + languages.enumerated())
                    .addConstraintViolation();
            return false;
        }
    }
}
