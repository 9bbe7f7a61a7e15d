package io.entente.commission.accrual;

import io.entente.commission.accrual.unpriced.UnpricedDeal;
import io.entente.commission.accrual.unpriced.UnpricedDeals;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The list of deals that no plan covers, without filters. */
final class InMemoryUnpriced implements UnpricedDeals {

    private final Map<String, UnpricedDeal> deals = new LinkedHashMap<>();

    @Override
    public void add(Collection<UnpricedDeal> more) {
        more.forEach(deal -> deals.putIfAbsent(deal.commission().value(), deal));
    }

    @Override
    public void remove(UnpricedDeal deal) {
        deals.remove(deal.commission().value());
    }

    @Override
    public Page<UnpricedDeal> list(Wanted wanted, PageRequest page) {
        return new Page<>(List.copyOf(deals.values()), null);
    }

    @Override
    public void read(Wanted wanted, int most, Consumer<UnpricedDeal> reader) {
        List.copyOf(deals.values()).forEach(reader);
    }
}
