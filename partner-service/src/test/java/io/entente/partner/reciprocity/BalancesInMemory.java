package io.entente.partner.reciprocity;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Balances in a map. */
public final class BalancesInMemory implements ReciprocityBalances {

    private final Map<String, ReciprocityBalance> stored = new TreeMap<>();

    @Override
    public Optional<ReciprocityBalance> find(String partnerId) {
        return Optional.ofNullable(stored.get(partnerId));
    }

    @Override
    public List<ReciprocityBalance> find(Collection<String> partnerIds) {
        return stored.values().stream()
                .filter(each -> partnerIds.contains(each.partnerId()))
                .toList();
    }

    @Override
    public Page<ReciprocityBalance> list(ReciprocityFilter filter, PageRequest page) {
        return new Page<>(List.copyOf(stored.values()), null);
    }

    @Override
    public void compute(String partnerId, Supplier<ReciprocityBalance> balance) {
        stored.put(partnerId, balance.get());
    }

    /** All balances by partner. */
    public Map<String, ReciprocityBalance> all() {
        return new TreeMap<>(stored);
    }
}
