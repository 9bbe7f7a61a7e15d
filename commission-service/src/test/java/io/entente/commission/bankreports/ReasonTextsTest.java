package io.entente.commission.bankreports;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.Addressee;
import io.entente.commission.statements.texts.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AC01", "AC02", "AC03", "AC04", "AC06", "AC07", "AC13", "AC14", "AG01", "AG02", "AM09", "BE01", "BE04",
                "BE06", "BE07", "CNOR", "CUST", "DNOR", "FOCR", "MD07", "RC01", "RC04", "RC07", "RR02", "RR03", "NARR"
            })
    void statements_have_each_reason_in_every_language(String code) {
        String english = ReasonTexts.of(code);
        for (String language : Words.LANGUAGES) {
            Words words = Words.of(new Addressee("", Locale.forLanguageTag(language)));
            assertThat(words.ofBank(english).equals(english)).as(language).isEqualTo(language.equals("en"));
        }
    }

    @Test
    void a_code_that_is_missing_or_unknown_names_no_reason() {
        assertThat(ReasonTexts.of(null)).isEqualTo("The bank gave no reason that we know.");
        assertThat(ReasonTexts.of("XX99")).isEqualTo("The bank gave no reason that we know.");
        assertThat(ReasonTexts.of("AC04")).isEqualTo("The bank account is closed.");
    }
}
