package io.entente.commission.payees;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks taxpayer numbers by the form that declares them. A W-9 carries the number of the United States: a social security
 * number, an individual number (ITIN), or an employer's number (EIN).
 *
 * @see <a href="https://www.irs.gov/individuals/international-taxpayers/taxpayer-identification-numbers-tin">Taxpayer
 *     identification numbers</a>
 */
public final class TaxNumbers {

    private static final Pattern EIN = Pattern.compile("(?!00)\\d{2}-\\d{7}");
    private static final Pattern SSN = Pattern.compile("(?!000|666)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}");
    private static final Pattern NINE_DIGITS = Pattern.compile("(?!000)\\d{9}");
    private static final Pattern FOREIGN = Pattern.compile("(?=(?:.*[A-Za-z0-9]){4})[A-Za-z0-9 ./-]{4,40}");

    private TaxNumbers() {}

    /** Describes why a number doesn't go with a form, in words that follow the field's name; null if it does. */
    public static @Nullable String problem(TaxForm.@Nullable Type form, @Nullable String number) {
        if (form == TaxForm.Type.W9) {
            return number != null && isAmerican(number)
                    ? null
                    : "is required on a W-9 and must be an SSN or ITIN such as 123-45-6789, or an EIN such as 12-3456789";
        }
        return number == null || FOREIGN.matcher(number).matches() ? null : "must have at least four letters or digits";
    }

    private static boolean isAmerican(String number) {
        return EIN.matcher(number).matches()
                || SSN.matcher(number).matches()
                || NINE_DIGITS.matcher(number).matches();
    }

    /**
     * Identifies a taxpayer of the United States by the kind of its number and the digits, because an EIN and an SSN can have the same
     * digits. The hyphens tell the kind. A number without hyphens counts as an EIN.
     */
    public static String taxpayer(String number) {
        String kind = SSN.matcher(number).matches() ? "SSN" : "EIN";
        return kind + "/" + number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
