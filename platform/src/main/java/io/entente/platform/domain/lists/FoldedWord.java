package io.entente.platform.domain.lists;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A word of a text, with what it is found by.
 *
 * @param plain without case and accents
 * @param written the same with the vowels that can also be written as two letters
 * @param isWithoutSpaces whether it is Chinese or Japanese
 */
record FoldedWord(String plain, String written, boolean isWithoutSpaces) {

    /** The vowels with the letters by which typewriters replaced them. */
    private static final Map<Character, String> TWO = Map.of('ö', "oe", 'ø', "oe", 'ü', "ue", 'ä', "ae", 'å', "aa");

    private static final List<String> TWO_LETTERS = List.of("aa", "ae", "oe", "ue");

    /** Of more vowels, only both extremes are known, so a word has at most eight forms. */
    private static final int MAX_VOWELS = 3;

    private static final int TOGETHER = 2;

    static boolean isWrittenAsTwo(int letter) {
        return Character.isBmpCodePoint(letter) && TWO.containsKey((char) letter);
    }

    /**
     * The words that the index gets. {@code Ørsted} is found by {@code orsted} and {@code oersted}, and {@code Mueller} by {@code
     * muller} too. Of a Chinese or Japanese word these are each two characters that stand together, and the last one.
     */
    Set<String> indexed() {
        if (isWithoutSpaces) {
            Set<String> pairs = new LinkedHashSet<>(pairs());
            pairs.add(plain.substring(plain.offsetByCodePoints(plain.length(), -1)));
            return pairs;
        }
        Set<String> forms = new LinkedHashSet<>(List.of(plain));
        forms.addAll(expanded());
        String shortened = plain;
        for (String two : TWO_LETTERS) {
            shortened = shortened.replace(two, two.substring(0, 1));
        }
        forms.add(shortened);
        return forms;
    }

    /** What the index must have if this word is searched for. */
    List<String> searched() {
        List<String> pairs = isWithoutSpaces ? pairs() : List.of();
        return pairs.isEmpty() ? List.of(plain) : pairs;
    }

    private List<String> pairs() {
        int[] points = plain.codePoints().toArray();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + TOGETHER <= points.length; i++) {
            pairs.add(new String(points, i, TOGETHER));
        }
        return pairs;
    }

    private Set<String> expanded() {
        long vowels = written.chars().filter(FoldedWord::isWrittenAsTwo).count();
        List<StringBuilder> forms = new ArrayList<>(List.of(new StringBuilder()));
        for (int letter : written.codePoints().toArray()) {
            String two = isWrittenAsTwo(letter) ? TWO.get((char) letter) : null;
            String one = two == null
                    ? Character.toString(letter)
                    : FoldedWords.of(Character.toString(letter)).get(0);
            List<StringBuilder> longer = new ArrayList<>();
            if (two != null && vowels <= MAX_VOWELS) {
                forms.forEach(form -> longer.add(new StringBuilder(form).append(two)));
            }
            String next = two != null && vowels > MAX_VOWELS ? two : one;
            forms.forEach(form -> form.append(next));
            forms.addAll(longer);
        }
        Set<String> expanded = new LinkedHashSet<>();
        forms.forEach(form -> expanded.add(FoldedWords.start(form.toString(), FoldedWords.MAX_CHARACTERS)));
        return expanded;
    }
}
