package io.entente.platform.domain.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody searches for: items with all these words. The last word may be incomplete from {@value SearchTerms#START}
 * characters on.
 *
 * @param whole the words before the last one
 * @param last the last word, or its beginning
 * @param scope what {@link SearchTerms#in} puts before each word; empty if it puts nothing
 */
public record SearchText(List<String> whole, String last, String scope) {

    /** Further words are ignored. */
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
        List<String> words = text == null ? List.of() : FoldedWords.of(text);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<String> used = new ArrayList<>(words.subList(0, Math.min(words.size(), MAX_WORDS)));
        String last = used.remove(used.size() - 1);
        return Optional.of(new SearchText(used, last));
    }

    /** Whether words that only begin with the last word match too. */
    public boolean isLastIncomplete() {
        return last.codePointCount(0, last.length()) >= SearchTerms.START;
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
