package io.entente.platform.domain.lists;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an item of a list is found by.
 *
 * @param words the distinct words of the item's texts
 * @param starts the first 2 and the first 4 characters of each word, or the word if it is shorter. An index on them finds the words
 *     that begin with what somebody has typed.
 */
public record SearchTerms(List<String> words, List<String> starts) {

    private static final int[] LENGTHS = {2, 4};

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
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            if (text != null) {
                addWords(FoldedWords.of(text), maxWords, words);
            }
        }
        Set<String> starts = new LinkedHashSet<>();
        words.forEach(word -> addStarts(word, starts));
        return new SearchTerms(List.copyOf(words), List.copyOf(starts));
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

    private static void addWords(Collection<String> found, int maxWords, Set<String> words) {
        for (String word : found) {
            if (words.size() < maxWords) {
                words.add(word);
            }
        }
    }

    private static void addStarts(String word, Set<String> starts) {
        for (int length : LENGTHS) {
            starts.add(FoldedWords.start(word, length));
        }
    }

    /** The longest start of a word that the index has. */
    static String longestStart(String word) {
        String longest = FoldedWords.start(word, LENGTHS[0]);
        for (int length : LENGTHS) {
            if (word.codePointCount(0, word.length()) >= length) {
                longest = FoldedWords.start(word, length);
            }
        }
        return longest;
    }
}
