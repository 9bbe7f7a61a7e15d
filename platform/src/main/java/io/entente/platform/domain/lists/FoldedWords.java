package io.entente.platform.domain.lists;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Divides text into words that are compared without case and accents, so that {@code Søren Ørsted} is found by {@code soren
 * orsted} and {@code Straße} by {@code strasse}. A word consists of letters and digits. Chinese and Japanese are written without
 * spaces, so what stands together is one word.
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

    private final List<FoldedWord> words = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder written = new StringBuilder();
    private boolean isWithoutSpaces;

    private FoldedWords() {}

    /** The words of a text in their order. A word is cut after {@value #MAX_CHARACTERS} characters. */
    public static List<String> of(String text) {
        return read(text).stream().map(FoldedWord::plain).toList();
    }

    /** The same words with the accents of vowels that can also be written as two letters. */
    public static List<String> withAccents(String text) {
        return read(text).stream().map(FoldedWord::written).toList();
    }

    /** The words of a text with the other ways in which each can be written. */
    static List<FoldedWord> read(String text) {
        FoldedWords folded = new FoldedWords();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(folded::addComposed);
        folded.end();
        return folded.words;
    }

    /** @param point a character with its accents, which tell whether it can also be written as two letters */
    private void addComposed(int point) {
        Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                .codePoints()
                .forEach(part -> add(part, point));
    }

    private void add(int point, int composed) {
        if (Character.isLetterOrDigit(point)) {
            boolean isWithout = isWrittenWithoutSpaces(point);
            if (isWithout != isWithoutSpaces) {
                end();
                isWithoutSpaces = isWithout;
            }
            String replaced = Character.isBmpCodePoint(point) ? LETTERS.get((char) point) : null;
            String letter = replaced == null ? Character.toString(point) : replaced;
            plain.append(letter);
            written.append(FoldedWord.isWrittenAsTwo(composed) ? Character.toString(composed) : letter);
        } else if (!isMark(point)) {
            end();
        }
    }

    private void end() {
        if (!plain.isEmpty()) {
            words.add(new FoldedWord(
                    start(plain.toString(), MAX_CHARACTERS),
                    start(written.toString(), MAX_CHARACTERS),
                    isWithoutSpaces));
            plain.setLength(0);
            written.setLength(0);
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

    /** Whether a word is Chinese or Japanese. */
    public static boolean isWithoutSpaces(String word) {
        return !word.isEmpty() && isWrittenWithoutSpaces(word.codePointAt(0));
    }

    private static boolean isWrittenWithoutSpaces(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            // The mark of a long vowel stands in words of both Japanese scripts.
            default -> point == 'ー';
        };
    }
}
