package io.entente.referral.intake;

import io.entente.messaging.rest.FieldError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Rejected rows as CSV: each row's own columns, then {@code line,field,reason}; where several fields are bad they are joined
 * with a semicolon, their reasons in the same order. Values that a spreadsheet would run as a formula are made text.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class RejectsCsv {

    private static final String JOINT = "; ";
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final List<String> ADDED = List.of("line", "field", "reason");

    private final CSVPrinter printer;
    private final int columns;

    /** Writes the header. */
    public RejectsCsv(Appendable out, List<String> columns) throws IOException {
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        this.columns = columns.size();
        print(columns, ADDED);
    }

    /** Writes one row. */
    public void add(RejectedRow row) throws IOException {
        print(
                fitted(row.values()),
                List.of(
                        Long.toString(row.line()),
                        joined(row.errors().stream().map(FieldError::field).toList()),
                        joined(row.errors().stream().map(FieldError::message).toList())));
    }

    public void flush() throws IOException {
        printer.flush();
    }

    private void print(List<String> own, List<String> added) throws IOException {
        List<String> all = new ArrayList<>(own);
        all.addAll(added);
        printer.printRecord(all.stream().map(RejectsCsv::harmless).toList());
    }

    /** A row with too few or too many values still has its line, field and reason under their columns. */
    private List<String> fitted(List<String> values) {
        List<String> fitted = new ArrayList<>(values.subList(0, Math.min(columns, values.size())));
        while (fitted.size() < columns) {
            fitted.add("");
        }
        return fitted;
    }

    private static String joined(List<String> parts) {
        return parts.stream().collect(Collectors.joining(JOINT));
    }

    private static String harmless(String value) {
        return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
