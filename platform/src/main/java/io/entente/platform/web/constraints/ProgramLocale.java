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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A BCP 47 locale in one of the languages that the program's partners read. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ProgramLocale.Validator.class)
public @interface ProgramLocale {

    String message() default "must be a locale in en, ms, de, ja, es or pt, like pt-BR";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Absent is valid; whether a field is required is another constraint's business. */
    final class Validator implements ConstraintValidator<ProgramLocale, String> {

        private static final Set<String> KNOWN = Set.of("en", "ms", "de", "ja", "es", "pt");

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || KNOWN.contains(Locale.forLanguageTag(value).getLanguage());
        }
    }
}
