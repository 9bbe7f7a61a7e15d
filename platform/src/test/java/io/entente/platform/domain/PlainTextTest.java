package io.entente.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
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
    @ValueSource(strings = {" ", "\t", "\n", "\u00A0", "\u202F", "\u2007", "\u3000", "\u1680"})
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
            FFFD  | must not contain U+FFFD, which stands for a character that was lost; send the text in UTF-8
            FDD0  | must not contain U+FDD0, which is no character
            FFFE  | must not contain U+FFFE, which is no character
            FFFF  | must not contain U+FFFF, which is no character
            1FFFE | must not contain U+1FFFE, which is no character
            E000  | must not contain the private-use character U+E000, which looks different on each computer
            F8FF  | must not contain the private-use character U+F8FF, which looks different on each computer
            10FFFD | must not contain the private-use character U+10FFFD, which looks different on each computer
            """)
    void characters_that_hide_something_are_named(String code, String message) {
        String text = "Acme" + pointOf(code) + "Inc";

        assertThat(PlainText.fault(text, true)).hasValue(message);
        assertThat(PlainText.fault(text, false)).hasValue(message);
    }

    /** Reads escapes, because a line break would end a row of the table. */
    private static String unescaped(String text) {
        return Pattern.compile("\\\\u(\\p{XDigit}{4})").matcher(text).replaceAll(found -> pointOf(found.group(1)));
    }

    private static String pointOf(String code) {
        int point = Integer.parseInt(code, 16);
        return point <= Character.MAX_VALUE ? String.valueOf((char) point) : Character.toString(point);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            A \\u202A B             | must end the direction of writing that it begins (U+202A needs U+202C on the same line)
            \\u202BA\\u202C\\u202Bx  | must end the direction of writing that it begins (U+202B needs U+202C on the same line)
            A\\u2066B               | must end the direction of writing that it begins (U+2066 needs U+2069 on the same line)
            \\u2067B\\u000Ax\\u2069   | must end the direction of writing that it begins (U+2067 needs U+2069 on the same line)
            \\u2068\\u202Ax\\u2069    | must not end a direction of writing that it doesn't begin (U+2069)
            A\\u202C               | must not end a direction of writing that it doesn't begin (U+202C)
            A\\u2069               | must not end a direction of writing that it doesn't begin (U+2069)
            """)
    void a_direction_of_writing_begins_and_ends_in_the_same_line(String escaped, String message) {
        assertThat(PlainText.fault(unescaped(escaped), true)).hasValue(message);
    }

    @Test
    void a_direction_of_writing_that_is_closed_is_taken() {
        assertThat(PlainText.fault("Acme \u2067\u05D0\u05D1\u2069 \u202A(\u2066x\u2069)\u202C", false))
                .isEmpty();
    }

    @Test
    void unicodes_line_and_paragraph_separators_are_line_breaks() {
        assertThat(PlainText.fault("one\u2028two", false)).hasValue("must not contain line breaks or tabs");
        assertThat(PlainText.fault("one\u2029two", false)).hasValue("must not contain line breaks or tabs");
        assertThat(PlainText.fault("one\u2028two", true)).isEmpty();
        assertThat(PlainText.of("\u2028one\u2028two\u2029three\u2029")).isEqualTo("one\ntwo\n\nthree");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301", "\u0301\u0302", " \u20DD ", "\u093E", "\u0E35\u0E48", "\u3099", "\u200D\u0300"})
    void accents_without_a_letter_are_not_visible_by_themselves(String text) {
        assertThat(PlainText.fault(text, true)).hasValue("must contain a visible character");
        assertThat(PlainText.fault("a" + text, true)).isEmpty();
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
