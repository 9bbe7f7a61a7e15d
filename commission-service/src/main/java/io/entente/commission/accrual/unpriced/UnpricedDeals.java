package io.entente.commission.accrual.unpriced;

import io.entente.commission.commissions.Posting;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lists the deals that wait for a plan, sorted by the day they closed. An entry is written before the ledger, so that a
 * crash can't lose it. After such a crash, an entry may name a deal that was priced in the end; pricing the list removes
 * it.
 */
public interface UnpricedDeals {

    /** Adds deals. A deal that is in the list already stays as it is. */
    void add(Collection<UnpricedDeal> deals);

    /** Removes a deal that was priced, or that a plan gives nothing. */
    void remove(UnpricedDeal deal);

    Page<UnpricedDeal> list(Wanted wanted, PageRequest page);

    /**
     * Passes deals to the reader in the order of the list. They are read in blocks, so memory does not depend on their
     * number.
     *
     * @param most the largest number of deals
     */
    void read(Wanted wanted, int most, Consumer<UnpricedDeal> reader);

    /** Adds those of these postings that earned nothing because of a gap in the plans. */
    default void note(Collection<Posting> postings) {
        List<UnpricedDeal> unpriced = postings.stream()
                .flatMap(posting -> UnpricedDeal.of(posting).stream())
                .toList();
        if (!unpriced.isEmpty()) {
            add(unpriced);
        }
    }

    /**
     * Notes a deal as it was corrected: it is in the list as long as no plan covers it with its new details, and not with the ones from
     * before.
     *
     * @param before the posting of the closing or the payment
     * @param after the same with its new details and what it earns by them
     */
    default void corrected(Posting before, Posting after) {
        Optional<UnpricedDeal> was = UnpricedDeal.of(before);
        Optional<UnpricedDeal> is = UnpricedDeal.of(after);
        is.ifPresent(deal -> add(List.of(deal)));
        was.filter(deal -> is.isEmpty() || !deal.closedOn().equals(is.get().closedOn()))
                .ifPresent(this::remove);
    }

    /** Removes the entry of a posting that was reversed. */
    default void reversed(Posting posting) {
        UnpricedDeal.of(posting).ifPresent(this::remove);
    }

    /**
     * Selects deals. Null selects all.
     *
     * @param closedFrom the first closing day
     * @param closedTo the last closing day
     */
    record Wanted(
            @Nullable PartnerId partner,
            @Nullable Reason reason,
            @Nullable LocalDate closedFrom,
            @Nullable LocalDate closedTo) {}
}
