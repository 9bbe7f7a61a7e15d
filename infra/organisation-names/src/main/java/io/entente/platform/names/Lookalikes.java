package io.entente.platform.names;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.UnicodeSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Replaces Cyrillic and Greek letters by the Latin ones that look the same, according to Unicode's list of confusable characters.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/#Confusable_Detection">UTS 39: confusable detection</a>
 */
final class Lookalikes {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int FIRST_GREEK = 0x370;
    private static final Map<Integer, Integer> AS_WRITTEN = asWritten();
    private static final Map<Integer, Integer> IN_LOWER_CASE = inLowerCase();

    private Lookalikes() {}

    /**
     * Replaces them in words that have Latin letters as well, such as {@code \u0410cme} with a Cyrillic capital. Nobody writes such a
     * word on purpose, so it is the same name. A word with a letter that looks like no Latin one stays as it is.
     */
    static String inMixedWords(String written) {
        return isWithoutThem(written)
                ? written
                : WORD.matcher(written)
                        .replaceAll(word -> isMixed(word.group()) ? replaced(word.group(), AS_WRITTEN) : word.group());
    }

    /**
     * Replaces them in a whole name in lower case, if each of its letters looks like a Latin one as a capital. It can be a name in
     * another language, so it is only similar to the Latin one.
     */
    static List<String> inWholeName(List<String> words) {
        boolean isReplaceable = words.stream().allMatch(word -> isReplaceable(word, IN_LOWER_CASE));
        return isReplaceable
                ? words.stream().map(word -> replaced(word, IN_LOWER_CASE)).toList()
                : words;
    }

    private static boolean isWithoutThem(String text) {
        return text.chars().allMatch(character -> character < FIRST_GREEK);
    }

    private static boolean isMixed(String word) {
        return word.codePoints().anyMatch(Lookalikes::isLatin) && isReplaceable(word, AS_WRITTEN);
    }

    private static boolean isReplaceable(String word, Map<Integer, Integer> latin) {
        return word.codePoints()
                .allMatch(letter -> !Character.isLetter(letter) || isLatin(letter) || latin.containsKey(letter));
    }

    private static boolean isLatin(int letter) {
        return UScript.getScript(letter) == UScript.LATIN;
    }

    private static String replaced(String word, Map<Integer, Integer> latin) {
        StringBuilder replaced = new StringBuilder();
        word.codePoints().forEach(letter -> replaced.appendCodePoint(latin.getOrDefault(letter, letter)));
        return replaced.toString();
    }

    /** The Latin letter of the same case for each Cyrillic and Greek one that looks like it. */
    private static Map<Integer, Integer> asWritten() {
        SpoofChecker checker = new SpoofChecker.Builder().build();
        Map<String, Integer> small = new HashMap<>();
        Map<String, Integer> capitals = new HashMap<>();
        for (int letter = 'a'; letter <= 'z'; letter++) {
            int capital = Character.toUpperCase(letter);
            small.putIfAbsent(checker.getSkeleton(Character.toString(letter)), letter);
            capitals.putIfAbsent(checker.getSkeleton(Character.toString(capital)), capital);
        }
        Map<Integer, Integer> latin = new HashMap<>();
        for (String letter : new UnicodeSet("[[[:Cyrillic:][:Greek:]]&[:L:]]")) {
            int codePoint = letter.codePointAt(0);
            String skeleton = checker.getSkeleton(letter);
            Integer same = (Character.isUpperCase(codePoint) ? capitals : small).get(skeleton);
            if (same != null) {
                latin.put(codePoint, same);
            }
        }
        return Map.copyOf(latin);
    }

    /** The same for small letters by their capitals, because names are compared without regard to case. */
    private static Map<Integer, Integer> inLowerCase() {
        Map<Integer, Integer> latin = new HashMap<>();
        for (String letter : new UnicodeSet("[[[:Cyrillic:][:Greek:]]&[:Ll:]]")) {
            int small = letter.codePointAt(0);
            int capital = letter.toUpperCase(Locale.ROOT).codePointAt(0);
            Integer same = AS_WRITTEN.get(capital);
            if (same != null) {
                latin.put(small, Character.toLowerCase(same));
            }
        }
        return Map.copyOf(latin);
    }
}
