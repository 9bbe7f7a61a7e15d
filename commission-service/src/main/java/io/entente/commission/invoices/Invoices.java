package io.entente.commission.invoices;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.StatementId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores all invoices and keeps their numbers without gaps. */
public interface Invoices {

    Optional<IssuedInvoice> find(String number);

    /** The invoice of a statement, credit notes left out. */
    Optional<Invoice> ofStatement(StatementId statement);

    /**
     * Whether a document of a statement was issued.
     *
     * @param corrects the number of the invoice that it corrects; null for the statement's own invoice
     */
    boolean isIssued(StatementId statement, @Nullable String corrects);

    /** The number after the last one of a series and year. */
    InvoiceNumber next(String series, int year);

    /**
     * Stores an invoice under its number.
     *
     * @return false if the number is taken, or if the statement has an invoice or a credit note for the same corrected invoice
     *     already; nothing was stored then
     */
    boolean add(IssuedInvoice invoice);

    /** The last quarter from this one on for which a partner has an invoice; empty if it has none. */
    Optional<Quarter> lastPeriod(PartnerId partner, Quarter from);
}
