package io.entente.platform.web.constraints;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A BCP 47 locale in one of the program's languages, which are configured ({@code entente.program.languages}). The message
 * names them.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ProgramLocale.Validator.class)
public @interface ProgramLocale {

    String message() default "must be a locale in one of the program's languages";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null: another constraint says whether a field is required. */
    final class Validator implements ConstraintValidator<ProgramLocale, String> {

        private final ProgramLanguages languages;

        Validator(ProgramLanguages languages) {
            this.languages = languages;
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null
                    || languages.codes().contains(Locale.forLanguageTag(value).getLanguage())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(
                            "must be a locale in %s, such as pt-BR".formatted(languages.enumerated()))
                    .addConstraintViolation();
            return false;
        }
    }
}
