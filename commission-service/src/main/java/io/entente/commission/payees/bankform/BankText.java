package io.entente.commission.payees.bankform;

import com.ibm.icu.text.Transliterator;
import java.util.Map;

/**
 * Writes text in the characters that every bank of the SEPA scheme accepts: Latin letters without accents, digits, space and
 * {@code / - ? : ( ) . , ' +}. Other scripts are transliterated, so {@code Müller} becomes {@code Mueller} and {@code 株式会社}
 * becomes {@code zhu shi hui she}. Characters without a Latin form, such as emoji, are dropped.
 *
 * @see <a
 *     href="https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/sepa-requirements-extended-character-set-unicode-subset-best">EPC217-08,
 *     SEPA requirements for an extended character set</a>
 */
public final class BankText {

    private static final String PUNCTUATION = "/-?:().,'+ ";

    /** German umlauts become two letters as banks in Germany write them. ICU knows how to write all other letters. */
    private static final Transliterator LATIN = Transliterator.getInstance("de-ASCII; Any-Latin; Latin-ASCII");

    /** The replacements that EPC217-08 recommends for the characters of ASCII outside the set, and for the euro sign. */
    private static final Map<Character, Character> REPLACEMENTS = Map.ofEntries(
            Map.entry('&', '+'),
            Map.entry(';', ','),
            Map.entry('[', '('),
            Map.entry(']', ')'),
            Map.entry('{', '('),
            Map.entry('}', ')'),
            Map.entry('\\', '/'),
            Map.entry('|', '/'),
            Map.entry('_', '-'),
            Map.entry('~', '-'),
            Map.entry('`', '\''),
            Map.entry('€', 'E'));

    private static final String BECOME_A_DOT = "!\"#$%*<=>@^";

    private BankText() {}

    /** Whether a character is in the set. */
    public static boolean isAllowed(int point) {
        return (point >= 'a' && point <= 'z')
                || (point >= 'A' && point <= 'Z')
                || (point >= '0' && point <= '9')
                || PUNCTUATION.indexOf(point) >= 0;
    }

    /**
     * The text in the characters of the set, on one line, without a slash at its ends and without two slashes in a row.
     *
     * @param maxCharacters the rest is cut off
     * @return empty if no character has a form in the set
     */
    public static String of(String text, int maxCharacters) {
        StringBuilder written = new StringBuilder();
        LATIN.transliterate(text).chars().forEach(character -> append(written, (char) character));
        String tidy = tidy(written.toString());
        return tidy.length() <= maxCharacters ? tidy : tidy(tidy.substring(0, maxCharacters));
    }

    /** Whether a text has a letter or a digit that a bank can read. */
    public static boolean isWritable(String text) {
        return of(text, text.length() + 1).chars().anyMatch(Character::isLetterOrDigit);
    }

    private static void append(StringBuilder written, char character) {
        if (isAllowed(character)) {
            written.append(character);
        } else if (Character.isWhitespace(character) || Character.isISOControl(character)) {
            written.append(' ');
        } else if (BECOME_A_DOT.indexOf(character) >= 0) {
            written.append('.');
        } else if (REPLACEMENTS.containsKey(character)) {
            written.append(REPLACEMENTS.get(character));
        }
    }

    private static String tidy(String text) {
        return text.replaceAll(" +", " ").replaceAll("/(?: ?/)+", "/").replaceAll("^[ /]+|[ /]+$", "");
    }
}
