package io.entente.platform.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180) row by row, so the memory it needs does not depend on the number of rows. Text is guarded against
 * spreadsheets that would run it as a formula ({@link SpreadsheetText}). Amounts are plain decimals and keep their sign.
 */
public final class SafeCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * A spreadsheet that separates cells by one of these splits a cell at them, because it doesn't see the quotes around it. What
     * follows must not be a formula either.
     */
    private static final Pattern CELL_END = Pattern.compile("(?<=[;|\t\n]|\r(?!\n))");

    private final CSVPrinter printer;

    /** Begins a file, with a byte order mark if the reader needs one to recognise UTF-8, as Excel does. */
    public static void begin(Appendable out, boolean byteOrderMark) {
        if (byteOrderMark) {
            try {
                out.append(BYTE_ORDER_MARK);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes the header. */
    public SafeCsv(Appendable out, List<String> columns) {
        try {
            this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
            printer.printRecord(columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one row. Null makes an empty cell. */
    public void row(@Nullable Object... cells) {
        try {
            for (Object cell : cells) {
                printer.print(text(cell));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void flush() {
        try {
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Money money) {
            return money.getAmount().toPlainString();
        }
        if (cell instanceof BigDecimal || cell instanceof Long || cell instanceof Integer) {
            return cell instanceof BigDecimal decimal ? decimal.toPlainString() : cell.toString();
        }
        return CELL_END.splitAsStream(cell.toString())
                .map(SpreadsheetText::harmless)
                .collect(Collectors.joining());
    }
}
