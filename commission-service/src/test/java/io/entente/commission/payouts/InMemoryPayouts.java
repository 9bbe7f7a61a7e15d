package io.entente.commission.payouts;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Payouts in memory. */
public final class InMemoryPayouts implements Payouts {

    private final Map<String, Payout> all = new TreeMap<>();

    public InMemoryPayouts(Payout... payouts) {
        List.of(payouts).forEach(payout -> all.put(payout.id().value(), payout));
    }

    @Override
    public Optional<Payout> find(PayoutId id) {
        return Optional.ofNullable(all.get(id.value()));
    }

    @Override
    public Optional<Payout> findByEndToEndId(String endToEndId) {
        return all.values().stream()
                .filter(payout -> payout.id().endToEndId().equals(endToEndId))
                .findFirst();
    }

    @Override
    public boolean add(Payout planned) {
        return all.putIfAbsent(planned.id().value(), planned) == null;
    }

    @Override
    public Optional<Loaded<Payout>> load(PayoutId id) {
        return find(id).map(Loaded::of);
    }

    @Override
    public void update(Loaded<Payout> before, Change<Payout, PayoutEvent> changed) {
        all.put(changed.state().id().value(), changed.state());
    }

    @Override
    public void forEach(String batchId, Consumer<Payout> reader) {
        List.copyOf(all.values()).stream()
                .filter(payout -> payout.batchId().equals(batchId))
                .forEach(reader);
    }

    @Override
    public Page<Payout> ofBatch(String batchId, PageRequest page) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public List<Payout> unsettled(Instant begunBefore, int count) {
        return List.of();
    }

    @Override
    public void paidBetween(@Nullable PartnerId partner, LocalDate from, LocalDate to, Consumer<Payout> reader) {
        throw new UnsupportedOperationException();
    }
}
