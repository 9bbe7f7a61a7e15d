package io.entente.referral.intake;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class SpreadsheetTextTest {

    @Property
    void what_is_made_harmless_begins_no_formula_and_reads_as_it_was(
            @ForAll
                    @StringLength(max = 5)
                    @Chars({'=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20', '\t', '\r', '\n', '\0', 'a', ' '
                    })
                    String value) {
        String harmless = SpreadsheetText.harmless(value);

        assertThat(harmless).doesNotMatch("(?s)[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\\t\\r\\n\\x00].*");
        assertThat(SpreadsheetText.original(harmless)).isEqualTo(value);
        assertThat(SpreadsheetText.harmless(SpreadsheetText.original(harmless))).isEqualTo(harmless);
    }
}
