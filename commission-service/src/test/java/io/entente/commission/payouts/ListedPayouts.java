package io.entente.commission.payouts;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Payouts that a test lists, to read only. */
public record ListedPayouts(List<Payout> all) implements Payouts {

    @Override
    public Optional<Payout> find(PayoutId id) {
        return all.stream().filter(payout -> payout.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Payout> findByEndToEndId(String endToEndId) {
        return all.stream()
                .filter(payout -> payout.id().endToEndId().equals(endToEndId))
                .findFirst();
    }

    @Override
    public boolean add(Payout planned) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Loaded<Payout>> load(PayoutId id) {
        return find(id).map(Loaded::of);
    }

    @Override
    public void update(Loaded<Payout> before, Change<Payout, PayoutEvent> changed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forEach(String batchId, Consumer<Payout> reader) {
        all.stream().filter(payout -> payout.batchId().equals(batchId)).forEach(reader);
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
        all.stream()
                .filter(payout -> payout.state() == Payout.State.PAID)
                .filter(payout ->
                        !payout.paidOn().isBefore(from) && !payout.paidOn().isAfter(to))
                .forEach(reader);
    }
}
