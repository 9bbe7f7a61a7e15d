package io.entente.platform.csv;

import java.text.Normalizer;

/**
 * Guards text in CSV files against spreadsheets that would run it as a formula. A value that could be taken for a formula gets
 * an apostrophe in front, which spreadsheets read as "this is text". {@link #original} takes the apostrophe away again, so a
 * file that somebody corrects in a spreadsheet and sends back means what it meant before.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class SpreadsheetText {

    private static final String FORMULA_STARTS = "=+-@";

    /** The sign that typographers use for minus. Spreadsheets read it as a minus in some languages. */
    private static final int MINUS_SIGN = 0x2212;

    /** Spreadsheets drop these in front of a formula, or split the cell at them. */
    private static final String SEPARATORS = "\t\r\n\0";

    private static final char APOSTROPHE = '\'';

    private SpreadsheetText() {}

    /** The value as it is safe to write; {@code original(harmless(value))} is the value again. */
    public static String harmless(String value) {
        return isDangerous(value) ? APOSTROPHE + value : value;
    }

    /** The value that {@link #harmless} was given. */
    public static String original(String value) {
        return !value.isEmpty() && value.charAt(0) == APOSTROPHE && isDangerous(value.substring(1))
                ? value.substring(1)
                : value;
    }

    private static boolean isDangerous(String value) {
        int start = 0;
        while (start < value.length() && value.charAt(start) == APOSTROPHE) {
            start++;
        }
        if (start < value.length() && SEPARATORS.indexOf(value.charAt(start)) >= 0) {
            return true;
        }
        while (start < value.length() && isIgnorable(value.charAt(start))) {
            start++;
        }
        return start < value.length() && isFormulaStart(value.codePointAt(start));
    }

    /**
     * The signs that begin a formula, in any of their forms: full-width, which spreadsheets with a Japanese locale accept as well,
     * small, raised and lowered.
     */
    private static boolean isFormulaStart(int point) {
        String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
        return point == MINUS_SIGN
                || plain.codePointAt(0) == MINUS_SIGN
                || FORMULA_STARTS.indexOf(plain.codePointAt(0)) >= 0;
    }

    /**
     * White space, controls and invisible characters, which an import may strip. Apostrophes are skipped as well, here and
     * above, so that guarding a value that starts with one can be undone.
     */
    private static boolean isIgnorable(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || character == APOSTROPHE;
    }
}
