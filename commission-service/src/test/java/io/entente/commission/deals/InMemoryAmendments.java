package io.entente.commission.deals;

import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.DealAmendments;
import io.entente.commission.deals.amendments.ReversedDeal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of deals, without a store. */
public final class InMemoryAmendments implements DealAmendments {

    private final Map<String, Amended> amended = new HashMap<>();

    @Override
    public void add(CorrectedDeal corrected) {
        String id = corrected.deal().id();
        amended.merge(
                id,
                new Amended(id, corrected, null),
                (known, next) -> known.corrected() != null && known.corrected().sequence() >= corrected.sequence()
                        ? known
                        : new Amended(id, corrected, known.reversed()));
    }

    @Override
    public void add(ReversedDeal reversed) {
        String id = reversed.dealId();
        amended.merge(
                id,
                new Amended(id, null, reversed),
                (known, next) ->
                        new Amended(id, known.corrected(), known.reversed() == null ? reversed : known.reversed()));
    }

    @Override
    public List<Amended> find(Collection<String> dealIds) {
        return dealIds.stream()
                .distinct()
                .filter(amended::containsKey)
                .map(amended::get)
                .toList();
    }
}
