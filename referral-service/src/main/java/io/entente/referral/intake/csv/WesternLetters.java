package io.entente.referral.intake.csv;

import java.nio.charset.Charset;

/**
 * Tells the two western encodings with one byte for a letter apart by the characters within words. In the wrong one, {@code
 * M\u00FCller} has a capital letter or a sign in its middle. ICU's detector doesn't know the encoding of the Mac.
 */
final class WesternLetters {

    /** Signs that stand between letters: apostrophes, accents in their place, dashes, an ellipsis and the Catalan middle dot. */
    private static final String BETWEEN_LETTERS = "\u2018\u2019\u00B4\u2013\u2014\u2026\u00B7";

    /** Signs that no text has right before a small letter. On a Mac, they are the capital letters of two umlauts. */
    private static final String NOT_BEFORE_LETTERS = "\u20AC\u2020";

    /** Two letters as one sign, as print shops write them. Texts of a Mac could have them, but tables don't. */
    private static final String LIGATURES = "\uFB01\uFB02";

    private WesternLetters() {}

    /** Whether more words are misspelt if the text is read as one of Windows than if it is read as one of a Mac. */
    static boolean areOfMac(byte[] text) {
        int asWindows = misspelt(text, TextEncoding.WINDOWS_1252.charset());
        return asWindows > 0 && asWindows > misspelt(text, TextEncoding.MAC_ROMAN.charset());
    }

    /** The number of characters beyond ASCII that can't be where they are. Both encodings have one byte for a character. */
    private static int misspelt(byte[] text, Charset charset) {
        String decoded = new String(text, charset);
        int misspelt = 0;
        for (int i = 0; i < decoded.length(); i++) {
            if (decoded.charAt(i) > 0x7f && isMisplaced(at(decoded, i - 1), decoded.charAt(i), at(decoded, i + 1))) {
                misspelt++;
            }
        }
        return misspelt;
    }

    private static boolean isMisplaced(char before, char character, char after) {
        if (LIGATURES.indexOf(character) >= 0) {
            return true;
        }
        if (isLetter(character)) {
            boolean isBeforeSmallOne = isLetter(before) && Character.isLowerCase(after);
            return Character.isUpperCase(character) && (Character.isLowerCase(before) || isBeforeSmallOne);
        }
        boolean isWithinWord = isLetter(before) && isLetter(after);
        return (isWithinWord && BETWEEN_LETTERS.indexOf(character) < 0)
                || (Character.isLowerCase(after) && NOT_BEFORE_LETTERS.indexOf(character) >= 0);
    }

    private static boolean isLetter(char character) {
        return Character.isLowerCase(character) || Character.isUpperCase(character);
    }

    private static char at(String text, int index) {
        return index < 0 || index >= text.length() ? ' ' : text.charAt(index);
    }
}
