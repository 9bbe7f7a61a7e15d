package io.entente.platform.web.constraints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramLocaleTest {

    record Request(@ProgramLocale String locale) {}

    record Labels(Map<@ProgramLanguage String, String> labels) {}

    @Test
    void a_locale_in_a_configured_language_is_valid_with_and_without_a_region() {
        assertThat(messages("de", List.of("en", "de"))).isEmpty();
        assertThat(messages("de-CH", List.of("en", "de"))).isEmpty();
        assertThat(messages(null, List.of("en", "de"))).isEmpty();
    }

    @Test
    void the_message_names_the_configured_languages() {
        assertThat(messages("fr-FR", List.of("en", "ms", "de")))
                .containsExactly("must be a locale in en, ms or de, such as pt-BR");
        assertThat(messages("?", List.of("en"))).containsExactly("must be a locale in en, such as pt-BR");
    }

    @Test
    void a_language_is_one_of_the_configured_codes() {
        Validator validator = validator(ProgramLanguages.of(List.of("en", "ms")));
        assertThat(validator.validate(new Labels(Map.of("en", "No budget", "ms", "Tiada bajet"))))
                .isEmpty();
        assertThat(validator.validate(new Labels(Map.of("de", "Kein Budget"))))
                .extracting(ConstraintViolation::getMessage)
                .containsExactly("must be a language of the program: en or ms");
    }

    @Test
    void a_configuration_without_a_valid_language_is_refused() {
        assertThatThrownBy(() -> ProgramLanguages.of(List.of())).hasMessageContaining("entente.program.languages");
        assertThatThrownBy(() -> ProgramLanguages.of(List.of("English"))).hasMessageContaining("English");
    }

    private static List<String> messages(String locale, List<String> languages) {
        return validator(ProgramLanguages.of(languages)).validate(new Request(locale)).stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }

    private static Validator validator(ProgramLanguages languages) {
        return Validation.byDefaultProvider()
                .configure()
                .constraintValidatorFactory(new ConstraintValidatorFactory() {
                    @Override
                    public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
                        return type.cast(
                                type == ProgramLanguage.Validator.class
                                        ? new ProgramLanguage.Validator(languages)
                                        : new ProgramLocale.Validator(languages));
                    }

                    @Override
                    public void releaseInstance(ConstraintValidator<?, ?> instance) {}
                })
                .buildValidatorFactory()
                .getValidator();
    }
}
