package io.entente.commission.deals.amendments;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Stores what became of deals after they were closed. An amendment can arrive before its deal, more than once, and after a
 * later one.
 */
public interface DealAmendments {

    /** Stores a correction, unless a later one is stored. */
    void add(CorrectedDeal corrected);

    /** Stores a reversal. A deal is reversed once. */
    void add(ReversedDeal reversed);

    /** Returns the amendments of these deals. Deals without amendments are left out. */
    List<Amended> find(Collection<String> dealIds);

    /**
     * Returns what all corrections of these deals changed about the service, by the deal and by the correction's sequence. Deals whose
     * service never changed are left out.
     */
    Map<String, SortedMap<Long, ServiceChange>> services(Collection<String> dealIds);

    /** What became of a deal. At least one of both is present. */
    record Amended(String dealId, @Nullable CorrectedDeal corrected, @Nullable ReversedDeal reversed) {}
}
