package io.entente.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class SafeCsvTest {

    @Test
    void a_formula_becomes_text_and_a_negative_amount_stays_a_number() {
        StringBuilder out = new StringBuilder();

        new SafeCsv(out, List.of("a", "b")).row("=HYPERLINK(\"http://x\")", Money.parse("USD -1.50"));

        assertThat(out.toString()).isEqualTo("a,b\r\n\"'=HYPERLINK(\"\"http://x\"\")\",-1.50\r\n");
    }

    @Test
    void every_text_that_starts_like_a_formula_is_escaped() {
        for (String start : List.of("=", "+", "-", "@", "\t", "\r", "\n")) {
            StringBuilder out = new StringBuilder();
            new SafeCsv(out, List.of("a")).row(start + "cmd");
            assertThat(out.toString().replace("\"", "").substring(3)).as(start).startsWith("'");
        }
    }

    @Test
    void a_text_that_a_spreadsheet_with_another_separator_would_split_has_no_formula_in_any_part() {
        StringBuilder out = new StringBuilder();

        new SafeCsv(out, List.of("a")).row("Brightwater;=cmd()|+1\t@x\r\n-2; ok, -3");

        assertThat(out.toString()).isEqualTo("a\r\n\"Brightwater;'=cmd()|'+1\t'@x\r\n'-2; ok, -3\"\r\n");
    }

    @Test
    void a_file_begins_with_a_byte_order_mark_only_if_it_is_asked_for() {
        StringBuilder with = new StringBuilder();
        StringBuilder without = new StringBuilder();

        SafeCsv.begin(with, true);
        SafeCsv.begin(without, false);

        assertThat(with.toString()).isEqualTo("\uFEFF");
        assertThat(without.toString()).isEmpty();
    }
}
