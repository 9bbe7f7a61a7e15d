package io.entente.platform.domain;

import io.entente.platform.domain.text.CharacterFaults;
import io.entente.platform.domain.text.WritingDirection;
import java.text.Normalizer;
import java.util.Optional;

/**
 * The one rule for text that somebody enters. It is stored in Unicode's composed form (NFC), so that the same word is the same
 * text whoever typed it, and without white space at its ends, no-break spaces included. Unicode's own signs for a new line and a
 * new paragraph become line breaks. Text that would hide or disguise something is refused: control characters, overrides of the
 * direction of writing and embeddings that aren't closed, halves of characters, characters without an agreed meaning, and text in
 * which nothing is visible by itself.
 *
 * @see <a href="https://www.unicode.org/reports/tr15/">UAX 15: Unicode normalization forms</a>
 * @see <a href="https://www.unicode.org/reports/tr36/">UTR 36: Unicode security considerations</a>
 */
public final class PlainText {

    /** The ASCII control characters for lines and tabs, and the line and the paragraph separator. */
    private static final String LINE_CONTROLS = "\t\n\r\u2028\u2029";

    /** Characters without a shape that Unicode doesn't count as format characters: fillers, joiners and the empty Braille cell. */
    private static final String BLANKS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    private PlainText() {}

    /** The text as it is stored. */
    public static String of(String entered) {
        String composed = Normalizer.normalize(entered, Normalizer.Form.NFC)
                .replace("\u2028", "\n")
                .replace("\u2029", "\n\n");
        int start = 0;
        int end = composed.length();
        while (start < end && isSpace(composed.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(composed.charAt(end - 1))) {
            end--;
        }
        return composed.substring(start, end);
    }

    /**
     * Says what is wrong with a text, for a message that follows the name of its field. A text without characters, or with white
     * space only, has no fault.
     *
     * @param mayHaveLines whether line breaks and tabs are allowed
     */
    public static Optional<String> fault(String entered, boolean mayHaveLines) {
        boolean isVisible = false;
        boolean isWhite = true;
        for (int i = 0; i < entered.length(); i += Character.charCount(entered.codePointAt(i))) {
            int point = entered.codePointAt(i);
            Optional<String> fault = isLineControl(point) ? lineFault(mayHaveLines) : CharacterFaults.of(point);
            if (fault.isPresent()) {
                return fault;
            }
            isWhite &= isSpace(point);
            isVisible |= !isSpace(point) && !isInvisible(point);
        }
        return isVisible || isWhite ? WritingDirection.fault(entered) : Optional.of("must contain a visible character");
    }

    private static boolean isLineControl(int point) {
        return LINE_CONTROLS.indexOf(point) >= 0;
    }

    private static Optional<String> lineFault(boolean mayHaveLines) {
        return mayHaveLines ? Optional.empty() : Optional.of("must not contain line breaks or tabs");
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    /** An accent without a letter is shown on whatever is printed before it. */
    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        boolean isMark = type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
        return isMark || type == Character.FORMAT || BLANKS.indexOf(point) >= 0;
    }
}
