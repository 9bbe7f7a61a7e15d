package io.entente.platform.names;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An organisation's name in the form in which two names are compared. Spellings of one name become equal: transcriptions
 * ({@code Kühn}, {@code Kuehn} and {@code Kuhn}), simplified and traditional Chinese, words for "and", legal forms of all
 * countries, written out or short, and names whose letters all look like those of another script. It is coarser than a key: two clients with equal compared names are similar, not the same.
 *
 * @param words of the name; never empty
 */
public record ComparedName(List<String> words) {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    /** A name with this many words is often called by its initials. */
    private static final int MIN_WORDS_OF_INITIALS = 3;

    /** In a shorter word, two vowels are rarely a transcription: {@code Poe} isn't {@code Pö}. */
    private static final int SHORT_WORD = 3;

    /** {@code ae} for {@code ä} and so on. After a vowel or a q it is something else, such as in {@code Bauer}. */
    private static final Pattern TRANSCRIBED = Pattern.compile("(?<![aeiouq])([aou])e|(a)a");

    private static final Pattern NO_DIGITS = Pattern.compile("[^\\p{N}]+");

    public ComparedName {
        words = List.copyOf(words);
    }

    /** @param name as {@link OrganisationName#value} returns it */
    static ComparedName of(String name) {
        List<String> words = LegalForms.ALL.strip(List.of(simplified(name).split(" ", -1)));
        List<String> distinctive = words.stream()
                .filter(word -> !isAnd(word, words))
                .map(ComparedName::withoutTranscription)
                .toList();
        return new ComparedName(Lookalikes.inWholeName(distinctive.isEmpty() ? words : distinctive));
    }

    /** The text with simplified Chinese signs only. */
    static String simplified(String text) {
        return CHINESE.matcher(text).find() ? SIMPLIFIED.transliterate(text) : text;
    }

    private static boolean isAnd(String word, List<String> words) {
        return AndWords.contains(word) && !word.equals(words.get(0)) && !word.equals(words.get(words.size() - 1));
    }

    private static String withoutTranscription(String word) {
        return word.length() <= SHORT_WORD ? word : TRANSCRIBED.matcher(word).replaceAll("$1$2");
    }

    /** The name without spaces, so that {@code bright water} equals {@code brightwater}. */
    public String compact() {
        return String.join("", words);
    }

    /** The words in alphabetical order, without spaces. */
    public String sorted() {
        return words.stream().sorted().collect(Collectors.joining());
    }

    /** The first letters of a name of three or more words, such as {@code ibm}; empty for a shorter name. */
    public String initials() {
        return words.size() < MIN_WORDS_OF_INITIALS
                ? ""
                : words.stream()
                        .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                        .collect(Collectors.joining());
    }

    /** Whether one of the two names consists of the other's initials. */
    public boolean isInitialsOf(ComparedName other) {
        return isOneWord(other.initials()) || other.isOneWord(initials());
    }

    private boolean isOneWord(String word) {
        return words.size() == 1 && words.get(0).equals(word);
    }

    /** The numbers in the name, in order. */
    public String numbers() {
        return NO_DIGITS.matcher(String.join(" ", words)).replaceAll(" ").strip();
    }
}
