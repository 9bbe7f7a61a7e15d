package io.entente.platform.domain.lists;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Divides text into words that are compared without case and accents, so that {@code Søren Ørsted} is found by {@code soren
 * orsted} and {@code Straße} by {@code strasse}. A word consists of letters and digits. Chinese and Japanese are written without
 * spaces, so each of their characters is a word.
 */
public final class FoldedWords {

    static final int MAX_CHARACTERS = 40;

    /** Letters that no accent was added to, so that Unicode doesn't divide them. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ø', "o"),
            Map.entry('ß', "ss"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ı', "i"),
            Map.entry('ħ', "h"),
            Map.entry('ŧ', "t"),
            Map.entry('ŋ', "n"));

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    private FoldedWords() {}

    /** The words of a text in their order. A word is cut after {@value #MAX_CHARACTERS} characters. */
    public static List<String> of(String text) {
        FoldedWords folded = new FoldedWords();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(folded::add);
        folded.end();
        return folded.words;
    }

    private void add(int point) {
        if (isWrittenWithoutSpaces(point)) {
            end();
            words.add(Character.toString(point));
        } else if (Character.isLetterOrDigit(point)) {
            String plain = Character.isBmpCodePoint(point) ? LETTERS.get((char) point) : null;
            word.append(plain == null ? Character.toString(point) : plain);
        } else if (!isMark(point)) {
            end();
        }
    }

    private void end() {
        if (!word.isEmpty()) {
            words.add(start(word.toString(), MAX_CHARACTERS));
            word.setLength(0);
        }
    }

    /** The first characters of a word. A character that takes two places in Java's text isn't divided. */
    static String start(String word, int characters) {
        return word.codePointCount(0, word.length()) <= characters
                ? word
                : word.substring(0, word.offsetByCodePoints(0, characters));
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT;
    }

    private static boolean isWrittenWithoutSpaces(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
