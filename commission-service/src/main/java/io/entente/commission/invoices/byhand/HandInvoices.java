package io.entente.commission.invoices.byhand;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.StatementId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** Stores which statements were invoiced by hand. */
public interface HandInvoices {

    Optional<HandInvoice> find(StatementId statement);

    /** The report of a partner's last quarter in a currency that was invoiced by hand. */
    Optional<HandInvoice> last(PartnerId partner, CurrencyUnit currency);

    /** Stores a report. Returns false if there is one for the statement already. */
    boolean add(HandInvoice invoice);

    /** Returns a page of the reports that a filter selects, in its order. */
    Page<HandInvoice> page(HandInvoiceFilter filter, PageRequest page);
}
