package io.entente.commission.invoices.byhand;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.StatementId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/**
 * Says that a person has invoiced a statement outside the program, with the documents that it needs. Payouts of what its quarter earned
 * have the taxes that the person states here.
 *
 * @param number of the invoice, or of all documents, as the person numbered them
 * @param vatRate percent of the net amount; 0 if no VAT is stated
 * @param withholdingRate percent of the net amount that the firm keeps back; 0 if none
 * @param reason why it was invoiced by hand
 * @param by who reported it
 */
public record HandInvoice(
        StatementId statementId,
        PartnerId partnerId,
        CurrencyUnit currency,
        Quarter period,
        String number,
        LocalDate issuedOn,
        BigDecimal vatRate,
        BigDecimal withholdingRate,
        String reason,
        String by,
        Instant at) {

    /** Whether another report says the same, whoever made it and when. */
    public boolean saysTheSameAs(HandInvoice other) {
        return statementId.equals(other.statementId)
                && number.equals(other.number)
                && issuedOn.equals(other.issuedOn)
                && vatRate.compareTo(other.vatRate) == 0
                && withholdingRate.compareTo(other.withholdingRate) == 0
                && reason.equals(other.reason);
    }
}
