package io.entente.platform.domain;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The one rule for text that somebody enters. It is stored in Unicode's composed form (NFC), so that the same word is the same
 * text whoever typed it, and without white space at its ends, no-break spaces included. Text that would hide or disguise
 * something is refused: control characters, overrides of the direction of writing, halves of characters, and text in which
 * nothing is visible.
 *
 * @see <a href="https://www.unicode.org/reports/tr15/">UAX 15: Unicode normalization forms</a>
 * @see <a href="https://www.unicode.org/reports/tr36/">UTR 36: Unicode security considerations</a>
 */
public final class PlainText {

    private static final String LINE_CONTROLS = "\t\n\r";

    /** Characters without a shape that Unicode doesn't count as format characters: fillers, joiners and the empty Braille cell. */
    private static final String BLANKS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202D;
    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;

    private PlainText() {}

    /** The text as it is stored. */
    public static String of(String entered) {
        String composed = Normalizer.normalize(entered, Normalizer.Form.NFC);
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
            Optional<String> fault = fault(point, mayHaveLines);
            if (fault.isPresent()) {
                return fault;
            }
            isWhite &= isSpace(point);
            isVisible |= !isSpace(point) && !isInvisible(point);
        }
        return isVisible || isWhite ? Optional.empty() : Optional.of("must contain a visible character");
    }

    private static Optional<String> fault(int point, boolean mayHaveLines) {
        if (Character.isISOControl(point) && !(mayHaveLines && LINE_CONTROLS.indexOf(point) >= 0)) {
            return Optional.of(
                    LINE_CONTROLS.indexOf(point) >= 0
                            ? "must not contain line breaks or tabs"
                            : "must not contain the control character U+%04X".formatted(point));
        }
        if (point == LEFT_TO_RIGHT_OVERRIDE || point == RIGHT_TO_LEFT_OVERRIDE) {
            return Optional.of("must not override the direction of writing (U+%04X)".formatted(point));
        }
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                ? Optional.of("must not contain half of a character (the lone surrogate U+%04X)".formatted(point))
                : Optional.empty();
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        boolean isVariation = (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
        return type == Character.FORMAT || isVariation || BLANKS.indexOf(point) >= 0;
    }
}
