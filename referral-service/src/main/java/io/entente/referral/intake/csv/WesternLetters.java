package io.entente.referral.intake.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells encodings with one byte for a letter apart by the characters within words, because ICU's detector doesn't know those of the Mac
 * and of MS-DOS, and needs more text for Turkish than a table of names has. In the wrong one, {@code M\u00FCller} has a capital letter or
 * a sign in its middle.
 */
final class WesternLetters {

    /** Signs that stand between letters: apostrophes, accents in their place, dashes, an ellipsis and the Catalan middle dot. */
    private static final String BETWEEN_LETTERS = "\u2018\u2019\u00B4\u2013\u2014\u2026\u00B7";

    /** Signs that no text has right before a small letter. On a Mac, they are the capital letters of two umlauts. */
    private static final String NOT_BEFORE_LETTERS = "\u20AC\u2020";

    /** Signs that no text has beside a letter: parts of frames, and fractions. */
    private static final Pattern NEVER_BESIDE_LETTERS = Pattern.compile("[\u2500-\u259F\u00BC-\u00BE]");

    /** Two letters as one sign, as print shops write them. Texts of a Mac could have them, but tables don't. */
    private static final String LIGATURES = "\uFB01\uFB02";

    /** The letters that names have most often. They decide between encodings in which every word can be spelt. */
    private static final String FREQUENT =
            "\u00E4\u00F6\u00FC\u00C4\u00D6\u00DC\u00DF\u00E9\u00C9\u00E1\u00ED\u00F3\u00F1\u00E7\u00E5\u00C5\u00F8\u00D8\u00E3\u00E6";

    /** The letters beyond ASCII of German, Spanish and Portuguese. */
    private static final String OF_PROGRAM =
            "\u00E4\u00F6\u00FC\u00DF\u00E1\u00E9\u00ED\u00F3\u00FA\u00F1\u00E3\u00F5\u00E2\u00EA\u00F4\u00E7\u00E0";

    /** The letters beyond ASCII of German, which are no letters of other words on a Mac or in MS-DOS. */
    private static final String OF_GERMAN = "\u00E4\u00F6\u00FC\u00DF";

    /** The letters that Turkish has and no language of central Europe has in their place. */
    private static final String TURKISH_ALONE = "\u011E\u0130\u015E\u011F\u015F";

    /** Dashes and quotation marks between small letters, signs right before or behind one, and a closing mark without an opening one. */
    private static final Pattern SIGN_WITHIN_WORD = Pattern.compile(String.join(
            "|",
            "(?<=\\p{Ll})[\u2013\u2014\u2018\u2039\u2021](?=\\p{Ll})",
            "(?<=\\p{Ll})[\u201A\u2014\u2026]",
            "[\u201A\u2026\u2122](?=\\p{Ll})",
            "(?<![\u201C\u201E][^\u201D]{0,100})(?<=\\p{Ll})\u201D"));

    private static final char SHARP_S = '\u00DF';

    /** In the order of preference if words are spelt equally well. */
    private static final List<TextEncoding> WESTERN =
            List.of(TextEncoding.WINDOWS_1252, TextEncoding.MAC_ROMAN, TextEncoding.IBM850);

    /** The letters that are Turkish in Windows-1254 and Icelandic in Windows-1252. */
    private static final String TURKISH_ONLY = "\u011E\u0130\u015E\u011F\u0131\u015F";

    private static final String TURKISH =
            TURKISH_ONLY + "\u00C7\u00D6\u00DC\u00E7\u00F6\u00FC\u00C2\u00CE\u00DB\u00E2\u00EE\u00FB";

    /** The letter that follows a vowel in Turkish, and anything in Icelandic. */
    private static final String SOFT_G = "\u011E\u011F";

    private static final String VOWELS =
            "aeiou\u0131\u00F6\u00FC\u00E2\u00EE\u00FBAEIOU\u0130\u00D6\u00DC\u00C2\u00CE\u00DB";

    private WesternLetters() {}

    /** The encoding of the Mac or of MS-DOS, if fewer words are misspelt in it than in that of Windows. */
    static Optional<TextEncoding> notOfWindows(byte[] text) {
        TextEncoding best = TextEncoding.WINDOWS_1252;
        Spelling bestSpelling = spelling(text, best.charset());
        if (bestSpelling.misspelt() == 0) {
            return Optional.empty();
        }
        for (TextEncoding other : WESTERN) {
            Spelling spelling = spelling(text, other.charset());
            // A text in no western encoding is misspelt in all of them.
            boolean isPossible = other != TextEncoding.IBM850 || spelling.misspelt() == 0;
            if (isPossible && spelling.isBetterThan(bestSpelling)) {
                best = other;
                bestSpelling = spelling;
            }
        }
        return best == TextEncoding.WINDOWS_1252 ? Optional.empty() : Optional.of(best);
    }

    /** Whether a sign stands between small letters, or a low quotation mark behind one, as no text has them. */
    private static boolean hasSignsWithinWords(String text) {
        return SIGN_WITHIN_WORD.matcher(text).find();
    }

    /**
     * Whether the letters of a few words tell their encoding. Words of a western language of the program are taken for what they are in
     * the encoding of Windows. In those of the Mac and of MS-DOS, fewer letters do, because the others are letters of another word in
     * the other one of them. The dotless i of Turkish is a letter of Czech in another encoding.
     */
    static boolean tell(TextEncoding encoding, String text) {
        return switch (encoding) {
            case WINDOWS_1252 -> hasOnly(OF_PROGRAM, text) && !hasSignsWithinWords(text);
            case MAC_ROMAN, IBM850 -> hasOnly(OF_GERMAN, text) && !hasSignsWithinWords(text);
            case WINDOWS_1254 -> text.chars().anyMatch(letter -> TURKISH_ALONE.indexOf(letter) >= 0);
            default -> false;
        };
    }

    private static boolean hasOnly(String letters, String text) {
        return text.toLowerCase(Locale.ROOT)
                .chars()
                .allMatch(letter -> letter <= 0x7f || !Character.isLetter(letter) || letters.indexOf(letter) >= 0);
    }

    /** Whether a text in an encoding of Windows has more letters that only Turkish has than such that it doesn't have. */
    static boolean areTurkish(byte[] text) {
        String decoded = new String(text, TextEncoding.WINDOWS_1254.charset());
        int turkish = 0;
        int other = 0;
        for (int i = 0; i < decoded.length(); i++) {
            char character = decoded.charAt(i);
            boolean isMisplaced = SOFT_G.indexOf(character) >= 0 && VOWELS.indexOf(at(decoded, i - 1)) < 0;
            if (TURKISH_ONLY.indexOf(character) >= 0 && !isMisplaced) {
                turkish++;
            } else if (character >= 0xC0 && isLetter(character) && (isMisplaced || TURKISH.indexOf(character) < 0)) {
                other++;
            }
        }
        return turkish > other;
    }

    /**
     * How well words are spelt in an encoding.
     *
     * @param misspelt the number of characters beyond ASCII that can't be where they are
     * @param frequent the number of letters beyond ASCII that names often have
     */
    private record Spelling(int misspelt, int frequent) {

        boolean isBetterThan(Spelling other) {
            return misspelt == other.misspelt ? misspelt == 0 && frequent > other.frequent : misspelt < other.misspelt;
        }
    }

    /** Each of the encodings has one byte for a character. */
    private static Spelling spelling(byte[] text, Charset charset) {
        String decoded = new String(text, charset);
        int misspelt = 0;
        int frequent = 0;
        for (int i = 0; i < decoded.length(); i++) {
            char character = decoded.charAt(i);
            if (character > 0x7f) {
                misspelt += isMisplaced(at(decoded, i - 1), character, at(decoded, i + 1)) ? 1 : 0;
                frequent += FREQUENT.indexOf(character) >= 0 ? 1 : 0;
            }
        }
        return new Spelling(misspelt, frequent);
    }

    private static boolean isMisplaced(char before, char character, char after) {
        boolean isBesideLetter = isLetter(before) || isLetter(after);
        if (LIGATURES.indexOf(character) >= 0
                || (isBesideLetter
                        && NEVER_BESIDE_LETTERS
                                .matcher(Character.toString(character))
                                .matches())) {
            return true;
        }
        if (isLetter(character)) {
            boolean isBeforeSmallOne = isLetter(before) && Character.isLowerCase(after);
            boolean isSmallAmongCapitals = Character.isLowerCase(character)
                    && character != SHARP_S
                    && Character.isUpperCase(before)
                    && Character.isUpperCase(after);
            return isSmallAmongCapitals
                    || (Character.isUpperCase(character) && (Character.isLowerCase(before) || isBeforeSmallOne));
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
