package io.entente.platform.domain.lists;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an item of a list is found by.
 *
 * @param words the distinct words of the item's texts, in each way in which they can be written
 * @param starts the first {@value #START} characters of each word, or the word if it is shorter, and the first character of a Chinese
 *     or Japanese word. An index on them finds the words that begin with what somebody has typed.
 */
public record SearchTerms(List<String> words, List<String> starts) {

    /** A word that somebody has typed may be incomplete from this number of characters on. */
    static final int START = 3;

    public SearchTerms {
        words = List.copyOf(words);
        starts = List.copyOf(starts);
    }

    /**
     * The terms of some texts.
     *
     * @param maxWords further words aren't found, so the most important text comes first
     */
    public static SearchTerms of(int maxWords, @Nullable String... texts) {
        Map<String, FoldedWord> words = new LinkedHashMap<>();
        for (String text : texts) {
            if (text != null) {
                addWords(FoldedWords.read(text), maxWords, words);
            }
        }
        Set<String> forms = new LinkedHashSet<>();
        words.values().forEach(word -> forms.addAll(word.indexed()));
        return new SearchTerms(
                List.copyOf(forms),
                forms.stream().map(SearchTerms::start).distinct().toList());
    }

    /** The same terms for one reader only, for an item whose texts not every reader may see. */
    public SearchTerms in(String reader) {
        String prefix = prefix(reader);
        return new SearchTerms(
                words.stream().map(word -> prefix + word).toList(),
                starts.stream().map(start -> prefix + start).toList());
    }

    /** These terms and others. */
    public SearchTerms and(SearchTerms others) {
        return new SearchTerms(both(words, others.words), both(starts, others.starts));
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    static String prefix(String reader) {
        return reader + "/";
    }

    private static void addWords(List<FoldedWord> found, int maxWords, Map<String, FoldedWord> words) {
        for (FoldedWord word : found) {
            if (words.size() < maxWords) {
                words.putIfAbsent(word.written(), word);
            }
        }
    }

    /** The start of a word that the index has. Chinese and Japanese words begin with any character, so one tells enough. */
    static String start(String word) {
        return FoldedWords.start(word, FoldedWords.isWithoutSpaces(word) ? 1 : START);
    }

    /** Whether words that only begin with a word match it too. */
    static boolean isIncomplete(String word) {
        return FoldedWords.isWithoutSpaces(word) || word.codePointCount(0, word.length()) >= START;
    }
}
