package io.entente.commission.invoices.vat;

import com.helger.masterdata.vat.VATINSyntaxChecker;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Checks VAT ids: the prefix of the country, and the form and check digits in the countries whose rules are published. It
 * doesn't ask a tax office whether an id exists.
 */
public final class VatIds {

    private static final Pattern PUNCTUATION = Pattern.compile("[ .\\-]");
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[A-Z0-9+*]{2,18}");
    private static final String GREECE = "GR";

    private VatIds() {}

    /** The id without spaces, dots and hyphens, in capital letters. */
    public static String plain(String id) {
        return PUNCTUATION.matcher(id).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** The prefix of a country's VAT ids. It is the country's code, except for Greece. */
    public static String prefix(String country) {
        return country.equals(GREECE) ? "EL" : country;
    }

    /** Whether a plain id can be a VAT id of a country. */
    public static boolean isPossible(String id, String country) {
        return FORM.matcher(id).matches()
                && id.startsWith(prefix(country))
                && VATINSyntaxChecker.isValidVATIN(id, true);
    }
}
