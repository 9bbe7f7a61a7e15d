package io.entente.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @Test
    void text_is_composed_so_that_the_same_name_is_the_same_text() {
        assertThat(PlainText.of("Ko\u0308ln e\u0301toile")).isEqualTo("K\u00F6ln \u00E9toile");
        assertThat(PlainText.of("\u1112\u1161\u11AB")).isEqualTo("\uD55C");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\n", "\u00A0", "\u202F", "\u2007", "\u3000", "\u2028", "\u1680"})
    void white_space_of_every_kind_is_trimmed(String space) {
        assertThat(PlainText.of(space + space + "Acme" + space + "Inc" + space)).isEqualTo("Acme" + space + "Inc");
        assertThat(PlainText.of(space)).isEmpty();
        assertThat(PlainText.fault(space, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0000  | must not contain the control character U+0000
            0007  | must not contain the control character U+0007
            001B  | must not contain the control character U+001B
            007F  | must not contain the control character U+007F
            0085  | must not contain the control character U+0085
            202D  | must not override the direction of writing (U+202D)
            202E  | must not override the direction of writing (U+202E)
            D800  | must not contain half of a character (the lone surrogate U+D800)
            DFFF  | must not contain half of a character (the lone surrogate U+DFFF)
            """)
    void characters_that_hide_something_are_named(String code, String message) {
        String text = "Acme" + (char) Integer.parseInt(code, 16) + "Inc";

        assertThat(PlainText.fault(text, true)).hasValue(message);
        assertThat(PlainText.fault(text, false)).hasValue(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u200D\uFE0F", "\u2060 \uFEFF", "\u3164", "\u00AD", "\u2800", "\uDB40\uDC41"})
    void a_text_in_which_nothing_is_visible_is_refused(String text) {
        assertThat(PlainText.fault(text, true)).hasValue("must contain a visible character");
    }

    /** Joiners belong to the spelling of names in Persian and in Indian scripts, and to emoji. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\u0D28\u0D4D\u200D",
                "A\u200F",
                "\uD83D\uDC69\u200D\uD83D\uDCBB",
                ""
            })
    void names_in_all_scripts_are_taken(String text) {
        assertThat(PlainText.fault(text, false)).isEmpty();
    }

    @Test
    void lines_and_tabs_are_taken_if_a_text_may_have_several_lines() {
        assertThat(PlainText.fault("one\r\n\ttwo", true)).isEmpty();
        assertThat(PlainText.fault("one\ntwo", false)).hasValue("must not contain line breaks or tabs");
    }
}
