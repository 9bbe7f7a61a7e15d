package io.entente.referral.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.referral.intake.csv.CsvFile.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final int MAX_ROW_CHARACTERS = 100_000;
    private static final int MAX_COLUMNS = 200;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void the_line_of_a_row_is_the_line_on_which_it_begins(String newline) throws Exception {
        String text = String.join(
                newline, "a,b", "1,2", "", "\"one" + newline + "two" + newline + "three\",x", "5,\"6\"", "7,8");

        assertThat(rows(text.getBytes(UTF_8)))
                .containsExactly(
                        new Row(2, List.of("1", "2")),
                        new Row(4, List.of("one" + newline + "two" + newline + "three", "x")),
                        new Row(7, List.of("5", "6")),
                        new Row(8, List.of("7", "8")));
        assertThat(rows((text + newline).getBytes(UTF_8))).hasSize(4);
    }

    @Test
    void a_byte_order_mark_is_not_part_of_the_header() throws Exception {
        for (String header : new String[] {"\ufeffa,b", "\ufeff\"a\",b", "a,b"}) {
            try (CsvFile file = open(header.getBytes(UTF_8))) {
                assertThat(file.header()).as(header).containsExactly("a", "b");
            }
        }
    }

    @Test
    void an_empty_file_is_unreadable() {
        assertThatThrownBy(() -> rows(new byte[0])).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> rows("\n\n".getBytes(UTF_8))).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void windows_1252_and_utf_8_are_told_apart_however_late_the_first_letter_comes() throws Exception {
        String text = "a,b\n" + "x,1\n".repeat(10_000) + "J\u00f6rg,\u20ac\n";
        for (Charset charset : new Charset[] {Charset.forName("windows-1252"), UTF_8}) {
            List<Row> rows = rows(text.getBytes(charset));
            assertThat(rows.get(rows.size() - 1).values()).as(charset.name()).containsExactly("J\u00f6rg", "\u20ac");
        }
    }

    @Test
    void text_in_an_unsupported_encoding_is_reported() {
        byte[] undefined = {'a', '\n', (byte) 0x81, '\n'};

        assertThatThrownBy(() -> rows(undefined))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("Windows-1252");
        assertThatThrownBy(() -> rows("a,b\n".getBytes(UTF_16)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("UTF-16");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_separator_is_the_one_that_is_most_frequent_in_the_header_outside_of_quotes(String separator)
            throws Exception {
        String text = String.join(separator, "\"a,;|\"", "b", "c") + "\n" + String.join(separator, "1", "2,5", "3");

        assertThat(rows(text.getBytes(UTF_8)).get(0).values().size()).isEqualTo(separator.equals(",") ? 4 : 3);
    }

    /** The number of bytes read ahead of the current row stays the same over more than a hundred thousand rows. */
    @Test
    void a_file_of_any_length_is_read_in_constant_memory() throws Exception {
        GeneratedFile content = new GeneratedFile(200_000);
        long mostAhead = 0;
        long consumed = GeneratedFile.HEADER.length();
        long rows = 0;
        try (CsvFile file = CsvFile.open(
                content, new CsvDialect(TextEncoding.UTF_8, Separator.COMMA), MAX_ROW_CHARACTERS, MAX_COLUMNS)) {
            for (Row row = file.next(); row != null; row = file.next()) {
                consumed += row.values().stream().mapToInt(String::length).sum()
                        + row.values().size();
                mostAhead = Math.max(mostAhead, content.handedOut() - consumed);
                rows++;
            }
        }
        assertThat(rows).isEqualTo(200_000);
        assertThat(mostAhead).isLessThan(64 * 1024);
    }

    @Test
    void a_quote_that_is_never_closed_is_reported() {
        assertThatThrownBy(() -> rows("a,b\n1,2\n\"3,4\n".getBytes(UTF_8)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("line 3");
    }

    @Test
    void reading_an_endless_row_stops_before_the_file_is_in_memory() {
        String endless = "a,b\n\"" + "x".repeat(4 * MAX_ROW_CHARACTERS);

        assertThatThrownBy(() -> rows(endless.getBytes(UTF_8)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("Perhaps a quotation mark is not closed");
    }

    @Test
    void the_bound_for_a_row_does_not_apply_to_many_rows_together() throws Exception {
        String row = "x".repeat(1_000) + ",y\n";

        assertThat(rows(("a,b\n" + row.repeat(300)).getBytes(UTF_8))).hasSize(300);
    }

    private static CsvFile open(byte[] content) throws UnreadableFileException, IOException {
        CsvDialect dialect = CsvDialect.of(
                TextEncoding.AUTO, Separator.AUTO, () -> new ByteArrayInputStream(content), MAX_ROW_CHARACTERS);
        return CsvFile.open(new ByteArrayInputStream(content), dialect, MAX_ROW_CHARACTERS, MAX_COLUMNS);
    }

    private static List<Row> rows(byte[] content) throws UnreadableFileException, IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvFile file = open(content)) {
            for (Row row = file.next(); row != null; row = file.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
