package io.entente.referral.intake.csv;

import io.entente.platform.csv.SpreadsheetText;
import io.entente.platform.domain.FieldError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes rejected rows as CSV, so that somebody can correct them and send them again. Each row has its own columns with the
 * separator of the file, followed by {@code line,field,reason}. If several fields are invalid, they are joined with a semicolon,
 * and their reasons are in the same order. The file begins with a byte order mark, because spreadsheets recognise UTF-8 by it. It
 * contains no formulas ({@link SpreadsheetText}).
 */
public final class RejectsCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String JOINT = "; ";
    private static final List<String> ADDED = List.of("line", "field", "reason");

    private final CSVPrinter printer;
    private final int columns;

    /**
     * Writes the header.
     *
     * @param columns the header of the imported file
     * @param separator of the imported file; null if the file could not be read
     */
    public RejectsCsv(Appendable out, List<String> columns, @Nullable Separator separator) throws IOException {
        char between = separator == null ? Separator.COMMA.character() : separator.character();
        out.append(BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setDelimiter(between).get());
        List<String> own = withoutAdded(columns);
        this.columns = own.size();
        print(own, ADDED);
    }

    /** A mended file, sent again with what was added to it, doesn't grow. */
    private static List<String> withoutAdded(List<String> columns) {
        int own = columns.size() - ADDED.size();
        return own > 0 && columns.subList(own, columns.size()).equals(ADDED) ? columns.subList(0, own) : columns;
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
        printer.printRecord(all.stream()
                .map(SpreadsheetText::original)
                .map(SpreadsheetText::harmless)
                .toList());
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
}
