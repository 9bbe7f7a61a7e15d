package io.entente.commission.invoices;

import io.entente.commission.invoices.byhand.HandInvoices;
import io.entente.commission.invoices.corrections.EarnedByQuarter;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.StatementId;
import io.entente.commission.statements.Statements;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Issues the invoices and credit notes of finalized statements. A document and its number are one insert under two unique keys, the
 * number and the statement with the invoice that it corrects. So everything is invoiced once, and no number is left out, however many
 * instances issue and whenever one of them dies. Costs as much as is due.
 */
public final class IssueInvoices {

    /** The maximum number of statements per sweep. The next sweep takes the rest. */
    static final int MAX_A_SWEEP = 200;

    /** How often another instance may take the next number first. */
    private static final int MAX_ATTEMPTS = 100;

    /** After this time a blocked invoice is tried again, because the policy may have changed. */
    private static final Duration TRY_AGAIN = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(IssueInvoices.class);

    private final Statements statements;
    private final Invoices invoices;
    private final HandInvoices byHand;
    private final BlockedInvoices blocked;
    private final PolicyVersions<InvoicePolicy> policies;
    private final EarnedByQuarter earned;
    private final DrawInvoice draw;
    private final ElectronicInvoice electronic;
    private final ZoneId zone;
    private final Clock clock;

    public IssueInvoices(
            Statements statements,
            Invoices invoices,
            HandInvoices byHand,
            BlockedInvoices blocked,
            PolicyVersions<InvoicePolicy> policies,
            EarnedByQuarter earned,
            DrawInvoice draw,
            ElectronicInvoice electronic,
            ZoneId zone,
            Clock clock) {
        this.statements = statements;
        this.invoices = invoices;
        this.byHand = byHand;
        this.blocked = blocked;
        this.policies = policies;
        this.earned = earned;
        this.draw = draw;
        this.electronic = electronic;
        this.zone = zone;
        this.clock = clock;
    }

    /** Returns how many invoices were issued. */
    public int sweep() {
        int issued = 0;
        for (Statement finalized : statements.toInvoice(MAX_A_SWEEP)) {
            issued += issueOrBlock(finalized);
            statements.doneWithInvoice(finalized.id());
        }
        for (BlockedInvoice due : blocked.due(clock.instant(), MAX_A_SWEEP)) {
            Optional<Statement> statement = statements.find(due.statementId());
            issued += statement.isPresent() ? issueOrBlock(statement.get()) : 0;
        }
        return issued;
    }

    /** Issues the documents of a statement that can be issued, and blocks the statement for those that can't. */
    private int issueOrBlock(Statement statement) {
        if (byHand.find(statement.id()).isPresent()) {
            blocked.remove(statement.id());
            return 0;
        }
        InvoicePolicy policy = policies.on(clock.instant().atZone(zone).toLocalDate());
        int issued = 0;
        List<String> reasons = new ArrayList<>();
        if (policy.issue()) {
            for (Map.Entry<Quarter, Money> part : earned.of(statement).entrySet()) {
                issued += OptimisticRetry.retryOnConflict(
                                MAX_ATTEMPTS, () -> issue(statement, part.getKey(), part.getValue(), policy))
                        .fold(done -> done ? 1 : 0, reason -> {
                            reasons.add(reason);
                            return 0;
                        });
            }
        }
        if (reasons.isEmpty()) {
            blocked.remove(statement.id());
        } else {
            block(statement, String.join(" ", reasons));
        }
        if (issued > 0) {
            // A later statement may wait for this invoice, because it takes something back from it.
            blocked.retry(statement.partnerId(), clock.instant());
        }
        return issued;
    }

    private void block(Statement statement, String reason) {
        Instant now = clock.instant();
        LOG.info("Statement {} is not invoiced yet: {}", statement.id(), reason);
        blocked.put(new BlockedInvoice(
                statement.id(), statement.partnerId(), statement.quarter(), reason, now, now.plus(TRY_AGAIN)));
    }

    /** Returns false if the document was issued already. */
    private Decision<Boolean> issue(Statement statement, Quarter earnedIn, Money amount, InvoicePolicy policy) {
        Instant now = clock.instant();
        boolean corrects = !earnedIn.equals(statement.quarter());
        Invoice corrected = corrects ? invoiceOf(statement, earnedIn) : null;
        if (corrects && corrected == null) {
            return Decision.rejected(notInvoiced(statement, earnedIn, amount));
        }
        if (invoices.isIssued(
                statement.id(), corrected == null ? null : corrected.number().toString())) {
            return Decision.allowed(false);
        }
        InvoiceNumber number = invoices.next(policy.series(), now.atZone(zone).getYear());
        return corrected == null
                ? draw.invoice(statement, amount, policy, number, now).flatMap(this::add)
                : add(draw.creditNote(statement, amount, corrected, policy, number, now));
    }

    private String notInvoiced(Statement statement, Quarter earnedIn, Money amount) {
        return byHand.find(StatementId.of(statement.partnerId(), statement.currency(), earnedIn))
                .map(invoice ->
                        "%s of %s is taken back, and that quarter was invoiced by hand as %s. Write the credit note by hand as well."
                                .formatted(amount.abs(), earnedIn, invoice.number()))
                .orElseGet(() ->
                        "%s of %s is taken back, and the statement of that quarter is not invoiced yet. If the program can't invoice it, invoice it by hand."
                                .formatted(amount.abs(), earnedIn));
    }

    private @Nullable Invoice invoiceOf(Statement statement, Quarter quarter) {
        return invoices.ofStatement(StatementId.of(statement.partnerId(), statement.currency(), quarter))
                .orElse(null);
    }

    private Decision<Boolean> add(Invoice invoice) {
        String xml = electronic.write(invoice);
        List<String> violations = electronic.violations(xml);
        if (!violations.isEmpty()) {
            return Decision.rejected("The invoice would violate EN 16931: " + String.join(" ", violations));
        }
        if (!invoices.add(new IssuedInvoice(invoice, xml))) {
            throw new ConcurrentUpdateException(
                    "Number %s is taken, or the document was issued".formatted(invoice.number()));
        }
        return Decision.allowed(true);
    }
}
