package io.entente.commission.invoices;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.StatementId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;

/** Stores which statements can't be invoiced yet, by statement. */
public interface BlockedInvoices {

    /** Stores or replaces a block. An earlier {@link BlockedInvoice#since} is kept. */
    void put(BlockedInvoice blocked);

    boolean isBlocked(StatementId statement);

    /** Removes a block, if there is one. */
    void remove(StatementId statement);

    /** Blocks to try again, the longest due first. */
    List<BlockedInvoice> due(Instant now, int count);

    /** Makes all blocks of a partner due, because its tax profile changed. */
    void retry(PartnerId partner, Instant now);

    /** Returns a page of the blocks that a filter selects, in its order. */
    Page<BlockedInvoice> page(BlockedInvoiceFilter filter, PageRequest page);
}
