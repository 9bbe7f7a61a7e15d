package io.entente.referral.intake;

/**
 * Text that a spreadsheet shows and doesn't run. A value that it would take for a formula gets an apostrophe in front, which
 * spreadsheets hide; reading takes it away again, so that a mended file means what the first one did.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class SpreadsheetText {

    /** The second four are the full width forms of the first, which spreadsheets set up for Japanese take for them. */
    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n\0";

    private static final char APOSTROPHE = '\'';

    private SpreadsheetText() {}

    static String harmless(String value) {
        return startsFormula(value, 0) ? APOSTROPHE + value : value;
    }

    /** What was written, where it was made harmless. */
    static String original(String value) {
        return !value.isEmpty() && value.charAt(0) == APOSTROPHE && startsFormula(value, 1)
                ? value.substring(1)
                : value;
    }

    private static boolean startsFormula(String value, int at) {
        return value.length() > at && FORMULA_STARTS.indexOf(value.charAt(at)) >= 0;
    }
}
