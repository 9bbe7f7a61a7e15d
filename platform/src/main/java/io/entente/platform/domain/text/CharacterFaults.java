package io.entente.platform.domain.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which characters can't be part of a text that somebody enters, whatever is around them.
 *
 * @see <a href="https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-23/">The Unicode standard, chapter 23</a>
 */
public final class CharacterFaults {

    private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202D;
    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int FIRST_NONCHARACTER = 0xFDD0;
    private static final int LAST_NONCHARACTER = 0xFDEF;
    /** The last two code points of each plane. */
    private static final int END_OF_PLANE = 0xFFFE;

    private CharacterFaults() {}

    /** Says what is wrong with a code point, for a message that follows the name of its field. */
    public static Optional<String> of(int point) {
        String fault = message(point);
        return fault == null ? Optional.empty() : Optional.of(fault.formatted(point));
    }

    private static @Nullable String message(int point) {
        if (Character.isISOControl(point)) {
            return "must not contain the control character U+%04X";
        }
        if (point == LEFT_TO_RIGHT_OVERRIDE || point == RIGHT_TO_LEFT_OVERRIDE) {
            return "must not override the direction of writing (U+%04X)";
        }
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            return "must not contain half of a character (the lone surrogate U+%04X)";
        }
        if (point == REPLACEMENT) {
            return "must not contain U+%04X, which stands for a character that was lost; send the text in UTF-8";
        }
        if (isNoncharacter(point)) {
            return "must not contain U+%04X, which is no character";
        }
        return Character.getType(point) == Character.PRIVATE_USE
                ? "must not contain the private-use character U+%04X, which looks different on each computer"
                : null;
    }

    private static boolean isNoncharacter(int point) {
        return (point & END_OF_PLANE) == END_OF_PLANE || (point >= FIRST_NONCHARACTER && point <= LAST_NONCHARACTER);
    }
}
