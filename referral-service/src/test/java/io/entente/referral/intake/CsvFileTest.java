package io.entente.referral.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.referral.intake.CsvFile.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void a_row_is_on_the_line_it_begins_on(String newline) throws Exception {
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
    void a_byte_order_mark_is_no_part_of_the_header() throws Exception {
        for (String header : new String[] {"\ufeffa,b", "\ufeff\"a\",b", "a,b"}) {
            try (CsvFile file = CsvFile.open(new ByteArrayInputStream(header.getBytes(UTF_8)))) {
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
    void other_encodings_are_said_to_be() {
        assertThatThrownBy(() -> rows("a,b\nJörg,1\n".getBytes(ISO_8859_1)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void a_quote_that_is_never_closed_is_said_to_be() {
        assertThatThrownBy(() -> rows("a,b\n1,2\n\"3,4\n".getBytes(UTF_8)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("line 3");
    }

    @Test
    void a_row_without_end_is_given_up_before_the_file_is_in_memory() {
        String endless = "a,b\n\"" + "x".repeat(4 * CsvFile.MAX_ROW_CHARACTERS);

        assertThatThrownBy(() -> rows(endless.getBytes(UTF_8)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("is a quote not closed");
    }

    @Test
    void many_rows_together_may_have_more_than_one_alone() throws Exception {
        String row = "x".repeat(1_000) + ",y\n";

        assertThat(rows(("a,b\n" + row.repeat(300)).getBytes(UTF_8))).hasSize(300);
    }

    private static List<Row> rows(byte[] content) throws UnreadableFileException, IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvFile file = CsvFile.open(new ByteArrayInputStream(content))) {
            for (Row row = file.next(); row != null; row = file.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
