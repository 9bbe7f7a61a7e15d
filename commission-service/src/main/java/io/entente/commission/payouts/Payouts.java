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

/** Stores all payouts. */
public interface Payouts {

    Optional<Payout> find(PayoutId id);

    /** The payout with the reference that appears on the partner's bank statement, {@link PayoutId#endToEndId()}. */
    Optional<Payout> findByEndToEndId(String endToEndId);

    /** Stores a new payout. Returns false if it exists already. */
    boolean add(Payout planned);

    /** Reads a payout that may be changed; {@link #update} takes it back. */
    Optional<Loaded<Payout>> load(PayoutId id);

    /**
     * Stores a changed payout with its events.
     *
     * @param before what {@link #load} has returned
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another write came in between
     */
    void update(Loaded<Payout> before, Change<Payout, PayoutEvent> changed);

    /** The payouts of a batch in the order of partners and currencies, with one block in memory at a time. */
    void forEach(String batchId, Consumer<Payout> reader);

    /** The payouts of a batch in the order of partners and currencies. */
    Page<Payout> ofBatch(String batchId, PageRequest page);

    /** Payouts whose settlement began before an instant and is not complete. */
    List<Payout> unsettled(Instant begunBefore, int count);

    /**
     * Payouts that were paid in these days and didn't come back, in no particular order, one in memory at a time.
     *
     * @param partner restricts the result to this partner; null for all
     */
    void paidBetween(@Nullable PartnerId partner, LocalDate from, LocalDate to, Consumer<Payout> reader);
}
