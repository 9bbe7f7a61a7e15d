package io.entente.partner.programcosts;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Costs in a map. */
final class CostsInMemory implements ProgramCosts {

    private final Map<String, ProgramCost> stored = new TreeMap<>();

    @Override
    public boolean add(ProgramCost cost, Receipt receipt) {
        return stored.putIfAbsent(cost.id(), cost) == null;
    }

    @Override
    public Optional<ProgramCost> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public Optional<Receipt> receipt(String id) {
        return Optional.empty();
    }

    @Override
    public Page<ProgramCost> list(CostFilter filter, PageRequest page) {
        return new Page<>(List.copyOf(stored.values()), null);
    }

    @Override
    public List<CostSum> sums(LocalDate from, LocalDate to) {
        return stored.values().stream()
                .map(cost -> new CostSum(cost.category(), cost.amount()))
                .toList();
    }
}
