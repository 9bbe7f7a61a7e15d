package io.entente.commission.invoices.lists;

import io.entente.commission.invoices.Invoice;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;

/** Lists invoices and credit notes. */
public interface InvoiceList {

    /** Returns a page of the documents that a filter selects, in its order. */
    Page<Invoice> page(InvoiceFilter filter, PageRequest page);
}
