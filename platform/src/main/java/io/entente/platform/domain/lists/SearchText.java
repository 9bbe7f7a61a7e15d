package io.entente.platform.domain.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody searches for: items with all these words. The last word may be incomplete from {@value SearchTerms#START}
 * characters on. Of a Chinese or Japanese word, each two characters that stand together are one word here, so their order counts.
 *
 * @param whole the words before the last one
 * @param last the last word, or its beginning
 * @param scope what {@link SearchTerms#in} puts before each word; empty if it puts nothing
 */
public record SearchText(List<String> whole, String last, String scope) {

    /** More words are refused. */
    static final int MAX_WORDS = 8;

    public SearchText {
        whole = List.copyOf(whole);
    }

    public SearchText(List<String> whole, String last) {
        this(whole, last, "");
    }

    /** The same search among the words of one reader. */
    public SearchText in(String reader) {
        return new SearchText(whole, last, SearchTerms.prefix(reader));
    }

    /** Empty if the text is missing or has no letter and no digit. */
    public static Optional<SearchText> of(@Nullable String text) {
        List<String> words = new ArrayList<>();
        if (text != null) {
            FoldedWords.read(text).forEach(word -> words.addAll(word.searched()));
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String last = words.remove(words.size() - 1);
        return Optional.of(new SearchText(words, last));
    }

    /** What is wrong with a text that somebody searches for; empty if it can be searched for. */
    public static Optional<String> fault(String text) {
        int words = FoldedWords.of(text).size();
        if (words == 0) {
            return Optional.of("must contain a letter or a digit");
        }
        return words > MAX_WORDS
                ? Optional.of("must have at most %d words, but has %d".formatted(MAX_WORDS, words))
                : Optional.empty();
    }

    /** Whether words that only begin with the last word match too. */
    public boolean isLastIncomplete() {
        return SearchTerms.isIncomplete(last);
    }

    /** The start by which the index finds the fewest items: the longest one. */
    public String start() {
        String longest = SearchTerms.start(last);
        for (String word : whole) {
            String start = SearchTerms.start(word);
            longest = start.length() > longest.length() ? start : longest;
        }
        return scope + longest;
    }
}
