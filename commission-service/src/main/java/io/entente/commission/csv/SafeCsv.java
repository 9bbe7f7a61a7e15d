package io.entente.commission.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180) row by row, so that memory doesn't depend on how many there are. A text that a spreadsheet would run
 * as a formula is made text; amounts are plain decimals and stay as they are, the sign of a negative one too.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class SafeCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final CSVPrinter printer;

    /** Writes the header. */
    public SafeCsv(Appendable out, List<String> columns) {
        try {
            this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
            printer.printRecord(columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one row; null is an empty cell. */
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
        return harmless(cell.toString());
    }

    private static String harmless(String value) {
        return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
