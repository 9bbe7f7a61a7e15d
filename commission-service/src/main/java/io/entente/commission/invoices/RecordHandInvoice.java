package io.entente.commission.invoices;

import io.entente.commission.invoices.byhand.HandInvoice;
import io.entente.commission.invoices.byhand.HandInvoices;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.Statement.Status;
import io.entente.platform.domain.Decision;
import java.util.Optional;

/**
 * Records that a person has invoiced a statement, because the program can't: its currency has three decimals, VAT must be stated in
 * another currency, or the statement is from before the program issued invoices. The statement is no longer blocked then.
 */
public final class RecordHandInvoice {

    private final HandInvoices byHand;
    private final Invoices invoices;
    private final BlockedInvoices blocked;

    public RecordHandInvoice(HandInvoices byHand, Invoices invoices, BlockedInvoices blocked) {
        this.byHand = byHand;
        this.invoices = invoices;
        this.blocked = blocked;
    }

    /** Repeating a report in the same words changes nothing. */
    public Decision<HandInvoice> record(Statement statement, HandInvoice wanted) {
        if (statement.status() != Status.FINALIZED) {
            return Decision.rejected(
                    "Only a finalized statement can be invoiced. This one is %s.".formatted(statement.status()));
        }
        Optional<HandInvoice> before = byHand.find(statement.id());
        if (before.isEmpty() && isInvoiced(statement)) {
            return Decision.rejected("The program has invoiced this statement already.");
        }
        if (before.isEmpty() && !byHand.add(wanted)) {
            before = byHand.find(statement.id());
        }
        HandInvoice stored = before.orElse(wanted);
        if (!stored.saysTheSameAs(wanted)) {
            return Decision.rejected(
                    "This statement was invoiced by hand already, with number %s.".formatted(stored.number()));
        }
        blocked.remove(statement.id());
        // A later statement may wait for this invoice, because it takes something back from it.
        blocked.retry(statement.partnerId(), wanted.at());
        return Decision.allowed(stored);
    }

    /** A statement whose invoice was issued can still wait for a credit note that the program can't issue. */
    private boolean isInvoiced(Statement statement) {
        return invoices.ofStatement(statement.id()).isPresent() && !blocked.isBlocked(statement.id());
    }
}
