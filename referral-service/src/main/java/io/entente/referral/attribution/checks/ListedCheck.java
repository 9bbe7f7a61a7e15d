package io.entente.referral.attribution.checks;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a question is found by in the list, and which filters a query needs. */
public final class ListedCheck {

    /** Raise it if {@link #of} changes, so that stored questions get new entries when the service starts. */
    public static final int FORM = 1;

    public static final List<String> ORDERS = List.of(CheckFilter.CHECKED);

    private static final int MAX_WORDS = 40;
    private static final String PARTNER = "partner";
    private static final String AUTHOR = "author";
    private static final String ANSWER = "answer";
    private static final String HELD = "held";

    private ListedCheck() {}

    public static ListEntry of(ClientCheck check) {
        return ListEntry.of(
                List.of(
                        filter(PARTNER, check.partnerId()),
                        filter(AUTHOR, check.by()),
                        filter(ANSWER, check.answer().name()),
                        held(check.heldUntil() != null)),
                SearchTerms.of(MAX_WORDS, check.organisation(), check.domain()),
                Map.of(CheckFilter.CHECKED, SortKey.of(check.checkedAt(), check.id())));
    }

    /** The query for a filter. The filters that select the fewest questions come first. */
    public static ListQuery query(CheckFilter wanted) {
        List<List<String>> filters = new ArrayList<>();
        if (wanted.author() != null) {
            // Whoever has asked belongs to one partner, so the partner isn't needed.
            filters.add(List.of(filter(AUTHOR, wanted.author())));
        } else if (wanted.partnerId() != null) {
            filters.add(List.of(filter(PARTNER, wanted.partnerId())));
        }
        if (wanted.isHeld() != null) {
            filters.add(List.of(held(wanted.isHeld())));
        }
        if (!wanted.answers().isEmpty()) {
            filters.add(wanted.answers().stream()
                    .map(answer -> filter(ANSWER, answer.name()))
                    .distinct()
                    .toList());
        }
        return new ListQuery(
                filters,
                wanted.text(),
                wanted.from() == null ? null : SortKey.start(wanted.from()),
                wanted.to() == null ? null : SortKey.start(wanted.to()),
                wanted.sort());
    }

    private static String held(boolean isHeld) {
        return filter(HELD, String.valueOf(isHeld));
    }
}
