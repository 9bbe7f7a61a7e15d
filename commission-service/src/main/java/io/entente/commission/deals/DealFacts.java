package io.entente.commission.deals;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SearchText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds payments and refunds, whichever deal they are for. */
public interface DealFacts {

    Optional<ListedFact> find(DealFact.Kind kind, String id);

    /** Lists facts by day and id. The unmatched ones are listed in the order in which they were reported. */
    Page<ListedFact> list(Search search, PageRequest page);

    /** Returns unmatched facts whose notice is due, up to {@code limit}. */
    List<ListedFact> dueForNotice(Instant now, int limit);

    /** Records that the notice of an unmatched fact was given, so that none is given again. */
    void noticed(DealFact fact);

    /**
     * Returns facts that were reported before an instant and are not settled yet, the earliest first, up to {@code limit}. A
     * crash has interrupted their reports.
     */
    List<DealFact> unsettled(Instant reportedBefore, int limit);

    /** Puts a fact that can't be settled behind the other unsettled ones. */
    void postpone(DealFact fact);

    /**
     * What to list.
     *
     * @param register the kind of facts; refunds include credit notes
     * @param dealId only facts of this deal, compared exactly; null for all deals
     * @param from the first day; null if there is none
     * @param to the last day; null if there is none
     * @param unmatched whether only facts are listed that apply to no deal; then no deal and no days are given
     * @param text words of the fact's id, the deal's id or the client's domain; null for all
     * @param named partners whose facts are found beside those with the words, because their names have them
     * @param partner only facts of deals with which this partner was credited when they met; null for all
     */
    record Search(
            DealFact.Kind register,
            @Nullable String dealId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean unmatched,
            @Nullable SearchText text,
            List<PartnerId> named,
            @Nullable PartnerId partner) {

        public Search {
            named = List.copyOf(named);
        }

        /** Whether it selects by words or a partner, and not by deal and day alone. */
        public boolean asksMore() {
            return text != null || partner != null;
        }
    }
}
