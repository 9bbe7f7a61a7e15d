package io.entente.commission.invoices;

import io.entente.commission.invoices.vat.Party;
import io.entente.commission.invoices.vat.VatTreatment;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.StatementId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A self-billed invoice or credit note for one statement. It contains everything that it says, so that it stays the same
 * whatever changes afterwards, and it is never changed itself.
 *
 * @param period the quarter of the statement
 * @param suppliedIn the quarter of the service: that of the invoice that a credit note corrects, otherwise {@code period}
 * @param seller the partner
 * @param buyer the firm
 * @param description of the service
 * @param notes that the law or the program requires, in the partner's language
 * @param corrects the number of the invoice that a credit note takes something back from; null on an invoice
 * @param taxProfileVersion the version of the partner's tax profile that it follows
 * @param policyVersion the version of the invoice policy that it follows
 */
public record Invoice(
        InvoiceNumber number,
        InvoiceKind kind,
        StatementId statementId,
        PartnerId partnerId,
        Quarter period,
        Quarter suppliedIn,
        LocalDate issuedOn,
        Instant issuedAt,
        Locale locale,
        Party seller,
        Party buyer,
        String description,
        VatTreatment vat,
        Amounts amounts,
        List<String> notes,
        @Nullable String corrects,
        long taxProfileVersion,
        long policyVersion) {

    public Invoice {
        notes = List.copyOf(notes);
    }

    public CurrencyUnit currency() {
        return amounts.net().getCurrencyUnit();
    }
}
