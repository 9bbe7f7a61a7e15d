package io.entente.commission.commissions;

import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ledger read by commission: the transactions that accrued and changed one. */
public interface Commissions {

    /** The transaction that accrued it, or that found nothing due before a later tier lifted it. */
    Optional<LedgerTransaction> find(CommissionId id);

    /** How it stands now. */
    Optional<Commission> standing(CommissionId id);

    /** How those stand that exist. */
    Map<CommissionId, Commission> standings(Collection<CommissionId> ids);

    /** All that happened to it after its accrual, in order, up to {@code limit}. */
    List<LedgerTransaction> changes(CommissionId id, int limit);

    /**
     * The transactions with which commissions begin, by partner, then by number: their accruals, and where the deal itself
     * earned nothing, the adjustment by which a later tier lifted it.
     *
     * @param partnerId only of this partner, else of all
     */
    Page<LedgerTransaction> list(@Nullable PartnerId partnerId, PageRequest page);

    /**
     * Hands over those of them written within a time, in the order of {@link #list}, a block at a time: memory doesn't depend
     * on how many there are, and what was written before isn't read.
     *
     * @param until exclusive
     */
    void accruedWithin(Instant from, Instant until, Consumer<List<LedgerTransaction>> reader);
}
