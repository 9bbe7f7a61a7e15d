package io.entente.referral.intake.csv;

import java.nio.charset.Charset;

/**
 * Tells the two western encodings with one byte for a letter apart by the letters within words. In the wrong one, {@code M\u00FCller}
 * has a capital letter or a sign in its middle. ICU's detector doesn't know the encoding of the Mac.
 */
final class WesternLetters {

    /** Signs that stand between letters in texts of Windows: apostrophes, dashes and an ellipsis. */
    private static final String BETWEEN_LETTERS = "\u2018\u2019\u2013\u2014\u2026";

    private static final Charset WINDOWS = TextEncoding.WINDOWS_1252.charset();

    private WesternLetters() {}

    /** Whether the letters beyond ASCII within words are letters of a Mac, and none is one of Windows only. */
    static boolean areOfMac(byte[] text) {
        String mac = new String(text, TextEncoding.MAC_ROMAN.charset());
        String windows = new String(text, WINDOWS);
        int ofMac = 0;
        for (int i = 1; i < text.length - 1; i++) {
            if (text[i] < 0 && isAsciiLetter(text[i - 1]) && isAsciiLetter(text[i + 1])) {
                boolean fitsMac = Character.isLowerCase(mac.charAt(i));
                boolean fitsWindows =
                        Character.isLowerCase(windows.charAt(i)) || BETWEEN_LETTERS.indexOf(windows.charAt(i)) >= 0;
                if (fitsWindows && !fitsMac) {
                    return false;
                }
                ofMac += fitsMac && !fitsWindows ? 1 : 0;
            }
        }
        return ofMac > 0;
    }

    private static boolean isAsciiLetter(byte value) {
        return value > 0 && Character.isLetter(value);
    }
}
