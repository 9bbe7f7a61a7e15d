package io.entente.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    private static final String CHARACTERS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n\0 \u00A0\u3000\u200B\uFEFF'a1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd",
                "+1",
                "-1",
                "@SUM",
                "\uFF1Dcmd",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM",
                "\u2212" + "1",
                "\uFE62" + "1",
                "\uFE63" + "1",
                "\uFE66" + "cmd",
                "\uFE6B" + "SUM",
                "\u207A" + "1",
                "\u208C" + "cmd",
                "\tx",
                "\rx",
                "\nx",
                "\0x",
                " =cmd",
                "\u00A0=cmd",
                "\u3000\uFF1Dcmd",
                "\u200B=cmd",
                "\uFEFF+1",
                " \0@SUM",
                "'=cmd"
            })
    void a_value_that_a_spreadsheet_could_run_gets_an_apostrophe(String value) {
        assertThat(SpreadsheetText.harmless(value)).isEqualTo("'" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Brightwater", "a=b", "1-2", "'quoted'", "O'Neill", "\u200Bname", "5"})
    void any_other_value_stays_as_it_is(String value) {
        assertThat(SpreadsheetText.harmless(value)).isEqualTo(value);
        assertThat(SpreadsheetText.original(value)).isEqualTo(value);
    }

    @Test
    void the_original_is_read_back_exactly_whatever_it_was() {
        Random random = new Random(20_260_302);
        for (int i = 0; i < 20_000; i++) {
            String value = anyText(random);
            String harmless = SpreadsheetText.harmless(value);
            assertThat(SpreadsheetText.original(harmless)).isEqualTo(value);
            assertThat(harmless).doesNotMatch("(?s)[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\\t\\r\\n\\x00].*");
        }
    }

    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(6); length > 0; length--) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
