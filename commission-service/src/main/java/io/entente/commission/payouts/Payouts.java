package io.entente.commission.payouts;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All payouts. */
public interface Payouts {

    Optional<Payout> find(PayoutId id);

    /** Stores a new payout; false where it is there already. */
    boolean add(Payout planned);

    /**
     * Stores a changed payout with its events.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another write came between
     */
    void update(Change<Payout, PayoutEvent> changed);

    /** A batch's payouts in order of partners and currencies, a block in memory at a time. */
    void forEach(String batchId, Consumer<Payout> reader);

    /**
     * Payouts in order of their ids.
     *
     * @param batchId only of this batch, else of all
     * @param partner only of this partner, else of all
     */
    Page<Payout> list(@Nullable String batchId, @Nullable PartnerId partner, PageRequest page);

    /** Payouts whose settlement was begun before an instant and not brought to its end. */
    List<Payout> unsettled(Instant begunBefore, int count);

    /** Payouts that were paid in these days and didn't come back, in no order, one in memory at a time. */
    void paidBetween(LocalDate from, LocalDate to, Consumer<Payout> reader);
}
