package io.entente.commission.forecast;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.partners.PartnerId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists commissions that may have accrued parts, by partner. An entry says only which commission to read; the ledger decides. A
 * reader removes an entry if the ledger shows nothing that is accrued.
 */
public interface OpenCommissions {

    /** The number of the last transaction of a partner's chain that the list includes; 0 at the start. */
    long upTo(PartnerId partner);

    /** Adds commissions, and records up to which transaction the list is complete. Adding them again changes nothing. */
    void add(PartnerId partner, Collection<CommissionId> commissions, long upTo);

    /**
     * Returns a partner's entries in the order of their ids.
     *
     * @param after the last entry that was read; null at the start
     */
    List<Entry> list(PartnerId partner, @Nullable CommissionId after, int limit);

    /** Removes an entry, unless it was added again since it was read. */
    void remove(PartnerId partner, Entry entry);

    /** A commission with the mark that its entry had when it was read. */
    record Entry(CommissionId commission, long mark) {}
}
