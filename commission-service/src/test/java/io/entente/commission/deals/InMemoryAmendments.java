package io.entente.commission.deals;

import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.DealAmendments;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.commission.deals.amendments.ServiceChange;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of deals, without a store. */
public final class InMemoryAmendments implements DealAmendments {

    private final Map<String, Amended> amended = new HashMap<>();

    private final Map<String, SortedMap<Long, ServiceChange>> services = new HashMap<>();

    @Override
    public void add(CorrectedDeal corrected) {
        String id = corrected.deal().id();
        if (corrected.service() != null) {
            services.computeIfAbsent(id, deal -> new TreeMap<>()).put(corrected.sequence(), corrected.service());
        }
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
    public Map<String, SortedMap<Long, ServiceChange>> services(Collection<String> dealIds) {
        return services.entrySet().stream()
                .filter(deal -> dealIds.contains(deal.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
