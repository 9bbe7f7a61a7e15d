package io.entente.referral.intake.csv;

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
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"sep=;!a;b,c!b,c", "SEP=|!a|b,c!b,c", "\"sep=,\"!a,\"b;c\"!b;c", "\ufeffsep=;!a;b,c!b,c"})
    void a_line_before_the_header_can_name_the_separator(String line, String header, String second) throws Exception {
        String row = header.replace("a", "1");

        for (String end : List.of("\n", "\r\n")) {
            byte[] text = (line + end + header + end + row + end).getBytes(UTF_8);
            try (CsvFile file = open(text)) {
                assertThat(file.header()).containsExactly("a", second);
                assertThat(file.next()).isEqualTo(new Row(3, List.of("1", second)));
            }
        }
    }

    @Test
    void a_column_may_be_called_sep() throws Exception {
        try (CsvFile file = open("sep,oct\n1,2\n".getBytes(UTF_8))) {
            assertThat(file.header()).containsExactly("sep", "oct");
        }
    }

    @Test
    void a_line_of_separators_and_white_space_is_an_empty_line() throws Exception {
        assertThat(rows(",,\na,b,c\n,,\n1,2,3\n , ,\u00a0\n,4,\n,,".getBytes(UTF_8)))
                .extracting(Row::line)
                .containsExactly(4L, 6L);
        assertThat(rows("a;b\n;\n\";\n\";x\n;\n".getBytes(UTF_8))).containsExactly(new Row(3, List.of(";\n", "x")));
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
    void text_that_fits_no_encoding_is_refused_with_the_line() {
        byte[] undefined = {'a', '\n', (byte) 0x81, '\n'};

        assertThatThrownBy(() -> rows(undefined))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("not in UTF-8; the first error is on line 2")
                .hasMessageContaining("In windows-1252 the first error is on line 2");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                // the second row as it is in the file ~ its values ~ why it is faulty
                "2,\"Acme \"Best\" Ltd\",x  ~ [2, Acme \"Best\" Ltd, x] ~ text after a closing quotation mark",
                "2,\"Acme,x             ~ [2, \"Acme, x]           ~ a quotation mark that is not closed",
                "2,\"Acme, Inc,x        ~ [2, \"Acme,  Inc, x]     ~ a quotation mark that is not closed",
                "2,\"Acme\\\" Inc\",x     ~ [2, Acme\\\" Inc, x]      ~ text after a closing quotation mark",
                "2,Ac\0me,x             ~ [2, Acme, x]            ~ contains a NUL character",
            })
    void a_bad_row_has_a_fault_and_reading_goes_on_with_the_next_line(String bad, String values, String fault)
            throws Exception {
        String text = "id,name,c\n1,\"A, B\",x\n" + bad.replace("\\0", "\0").strip()
                + "\n3,Foo,x\n4,\"Bar, \"\"Inc\"\"\",x\n";

        List<Row> rows = rows(text.getBytes(UTF_8));

        assertThat(rows).extracting(Row::line).containsExactly(2L, 3L, 4L, 5L);
        assertThat(rows.get(1).fault()).contains(fault);
        assertThat(rows.get(1).values()).hasToString(values);
        assertThat(rows.get(0)).isEqualTo(new Row(2, List.of("1", "A, B", "x")));
        assertThat(rows.get(2)).isEqualTo(new Row(4, List.of("3", "Foo", "x")));
        assertThat(rows.get(3)).isEqualTo(new Row(5, List.of("4", "Bar, \"Inc\"", "x")));
    }

    @Test
    void a_quote_that_swallows_rows_up_to_another_value_costs_its_own_row_only() throws Exception {
        String text = "id,name,c\n1,\"Acme,x\n2,Foo,x\n3,15\",x\n4,Bar,x\n5,\"Last,x\n";

        List<Row> rows = rows(text.getBytes(UTF_8));

        assertThat(rows)
                .extracting(Row::fault)
                .filteredOn(fault -> fault != null)
                .hasSize(2);
        assertThat(rows).extracting(Row::line).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(rows.get(2).values()).containsExactly("3", "15\"", "x");
    }

    @Test
    void a_row_that_is_too_long_costs_its_own_line_only() throws Exception {
        String text = "a,b\n1,\"" + "x".repeat(4 * MAX_ROW_CHARACTERS) + "\"\n2,y\n";

        List<Row> rows = rows(text.getBytes(UTF_8));

        assertThat(rows.get(0).fault()).isEqualTo("has more than 100000 characters");
        assertThat(rows.get(1)).isEqualTo(new Row(3, List.of("2", "y")));
    }

    /** A quotation mark that is never closed would otherwise make one row of a file of any length. */
    @Test
    void a_quote_before_a_long_rest_of_the_file_is_read_in_constant_memory() throws Exception {
        String text = "a,b\n\"1,2\n" + "3,4\n".repeat(100_000);

        List<Row> rows = rows(text.getBytes(UTF_8));

        assertThat(rows).hasSize(100_001);
        assertThat(rows.get(0).fault()).contains("perhaps a quotation mark is not closed");
        assertThat(rows).filteredOn(row -> row.fault() != null).hasSize(1);
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
