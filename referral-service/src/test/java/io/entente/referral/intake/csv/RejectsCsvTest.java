package io.entente.referral.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.FieldError;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectsCsvTest {

    @Test
    void a_rejected_row_keeps_its_columns_and_names_line_field_and_reason() throws IOException {
        String csv = written(
                List.of("id", "name"),
                new RejectedRow(
                        7,
                        List.of("1", "Acme, Inc"),
                        List.of(new FieldError("id", "is bad"), new FieldError("name", "too"))));

        assertThat(csv).isEqualTo("\ufeffid,name,line,field,reason\r\n1,\"Acme, Inc\",7,id; name,is bad; too\r\n");
    }

    @Test
    void no_value_is_run_as_a_formula() throws IOException {
        for (String start : new String[] {"=", "+", "-", "@", "\t", "\r"}) {
            String csv = written(
                    List.of("a"),
                    new RejectedRow(2, List.of(start + "cmd|' /C calc'!A0"), List.of(new FieldError("a", "x"))));

            String value = csv.substring(csv.indexOf("\r\n") + 2);
            assertThat(value.startsWith("'" + start) || value.startsWith("\"'" + start))
                    .as(csv)
                    .isTrue();
        }
    }

    @Test
    void a_row_of_another_length_still_has_its_reason_under_reason() throws IOException {
        List<FieldError> errors = List.of(new FieldError("row", "odd"));

        assertThat(written(List.of("a", "b"), new RejectedRow(2, List.of("1"), errors)))
                .endsWith("\r\n1,,2,row,odd\r\n");
        assertThat(written(List.of("a", "b"), new RejectedRow(2, List.of("1", "2", "3"), errors)))
                .endsWith("\r\n1,2,2,row,odd\r\n");
    }

    @Test
    void a_corrected_file_that_is_rejected_again_has_one_reason_and_no_further_apostrophes() throws IOException {
        List<FieldError> errors = List.of(new FieldError("id", "odd"));

        assertThat(written(
                        List.of("id", "line", "field", "reason"),
                        new RejectedRow(3, List.of("'=1+1", "7", "id", "was odd"), errors)))
                .isEqualTo("\ufeffid,line,field,reason\r\n'=1+1,3,id,odd\r\n");
    }

    @Test
    void the_files_own_separator_is_used() throws IOException {
        assertThat(written(
                        List.of("a", "b"),
                        new RejectedRow(2, List.of("1;2", "3,4"), List.of(new FieldError("a", "odd"))),
                        Separator.SEMICOLON))
                .isEqualTo("\ufeffa;b;line;field;reason\r\n\"1;2\";3,4;2;a;odd\r\n");
    }

    private static String written(List<String> columns, RejectedRow row) throws IOException {
        return written(columns, row, null);
    }

    private static String written(List<String> columns, RejectedRow row, Separator separator) throws IOException {
        StringBuilder out = new StringBuilder();
        RejectsCsv csv = new RejectsCsv(out, columns, separator);
        csv.add(row);
        csv.flush();
        return out.toString();
    }
}
