package io.entente.commission.invoices;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.StatementId;
import java.time.Instant;

/**
 * A finalized statement that can't be invoiced yet.
 *
 * @param reason says what is missing
 * @param since when the reason was found first
 * @param tryAt when the sweep tries again
 */
public record BlockedInvoice(
        StatementId statementId, PartnerId partnerId, Quarter period, String reason, Instant since, Instant tryAt) {}
