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

/** Reads the ledger by commission: the transactions that accrued it and changed it. */
public interface Commissions {

    /**
     * Finds the transaction that accrued a commission. If a later tier lifted the commission from nothing, this is
     * the transaction that found nothing due.
     */
    Optional<LedgerTransaction> find(CommissionId id);

    /** Returns the transactions with which those of these commissions began that exist, as {@link #list} does. */
    Map<CommissionId, LedgerTransaction> begun(Collection<CommissionId> ids);

    /** Returns the current state of a commission. */
    Optional<Commission> standing(CommissionId id);

    /** Returns the current states of those of these commissions that exist. */
    Map<CommissionId, Commission> standings(Collection<CommissionId> ids);

    /** Returns the changes of a commission after its accrual in order, up to {@code limit}. */
    List<LedgerTransaction> changes(CommissionId id, int limit);

    /**
     * Lists the transactions with which commissions begin, sorted by partner, then by number. These are the accruals
     * and, if the deal itself earned nothing, the adjustment by a later tier.
     *
     * @param partnerId only commissions of this partner; null for all partners
     */
    Page<LedgerTransaction> list(@Nullable PartnerId partnerId, PageRequest page);

    /**
     * Passes the transactions of {@link #list} that were written within a period to the reader, in the same order
     * and in blocks. Memory does not depend on their number, and earlier transactions are not read.
     *
     * @param until exclusive
     */
    void accruedWithin(Instant from, Instant until, Consumer<List<LedgerTransaction>> reader);
}
