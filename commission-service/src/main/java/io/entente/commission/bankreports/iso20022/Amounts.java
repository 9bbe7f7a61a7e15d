package io.entente.commission.bankreports.iso20022;

import io.entente.commission.bankreports.ReportedAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The amounts of reports. */
final class Amounts {

    /** The amounts of the standard: at most 18 digits, of which 5 are decimals. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}(\\.\\d{0,5})?");

    private Amounts() {}

    /** The amount of an element with its currency; null if it has none that can be read. */
    static @Nullable ReportedAmount of(@Nullable Frame frame, String path) {
        String text = frame == null ? null : frame.text(path);
        String currency = frame == null ? null : frame.currency(path);
        return text == null || currency == null || !DECIMAL.matcher(text).matches()
                ? null
                : new ReportedAmount(new BigDecimal(text), currency);
    }

    /** The amounts of these elements, in this order. */
    static List<ReportedAmount> all(Frame frame, String... paths) {
        List<ReportedAmount> amounts = new ArrayList<>();
        for (String path : paths) {
            ReportedAmount amount = of(frame, path);
            if (amount != null) {
                amounts.add(amount);
            }
        }
        return amounts;
    }
}
