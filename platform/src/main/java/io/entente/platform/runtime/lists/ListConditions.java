package io.entente.platform.runtime.lists;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.data.mongodb.core.query.Criteria;

/** Conditions on the {@link ListEntry} of a document, for queries that an {@link IndexedList} doesn't make. */
public final class ListConditions {

    static final String FILTERS = IndexedList.FIELD + ".filters";
    static final String STARTS = IndexedList.FIELD + ".starts";

    private static final String WORDS = IndexedList.FIELD + ".words";

    private ListConditions() {}

    /** A document with this filter, see {@link ListEntry#filter}. */
    public static Criteria filter(String filter) {
        return where(FILTERS).is(filter);
    }

    /** Documents with these words. The first condition is the one that an index serves. */
    public static List<Criteria> text(SearchText text) {
        List<Criteria> all = new ArrayList<>(List.of(where(STARTS).is(text.start())));
        all.addAll(words(text));
        return all;
    }

    static List<Criteria> words(SearchText text) {
        List<Criteria> all = new ArrayList<>();
        text.whole().forEach(word -> all.add(where(WORDS).is(text.scope() + word)));
        String last = text.scope() + text.last();
        all.add(
                text.isLastIncomplete()
                        ? where(WORDS).regex("^" + Pattern.quote(last))
                        : where(WORDS).is(last));
        return all;
    }
}
