package io.entente.commission.invoices;

import io.entente.commission.statements.Statement;
import io.entente.commission.statements.Statements;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.OptimisticRetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Issues the invoices of finalized statements. An invoice and its number are one insert under two unique keys, the number and
 * the statement. So a statement is invoiced once, and no number is left out, however many instances issue and whenever one of
 * them dies. Costs as much as is due.
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
    private final BlockedInvoices blocked;
    private final InvoicePolicies policies;
    private final DrawInvoice draw;
    private final ElectronicInvoice electronic;
    private final ZoneId zone;
    private final Clock clock;

    public IssueInvoices(
            Statements statements,
            Invoices invoices,
            BlockedInvoices blocked,
            InvoicePolicies policies,
            DrawInvoice draw,
            ElectronicInvoice electronic,
            ZoneId zone,
            Clock clock) {
        this.statements = statements;
        this.invoices = invoices;
        this.blocked = blocked;
        this.policies = policies;
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

    private int issueOrBlock(Statement statement) {
        Decision<Boolean> decision = OptimisticRetry.retryOnConflict(MAX_ATTEMPTS, () -> issue(statement));
        return decision.fold(
                issued -> {
                    blocked.remove(statement.id());
                    return issued ? 1 : 0;
                },
                reason -> block(statement, reason));
    }

    private int block(Statement statement, String reason) {
        Instant now = clock.instant();
        LOG.info("Statement {} is not invoiced yet: {}", statement.id(), reason);
        blocked.put(new BlockedInvoice(
                statement.id(), statement.partnerId(), statement.quarter(), reason, now, now.plus(TRY_AGAIN)));
        return 0;
    }

    /** Returns false if there is nothing to invoice, or if the statement is invoiced already. */
    private Decision<Boolean> issue(Statement statement) {
        Instant now = clock.instant();
        InvoicePolicy policy = policies.on(now.atZone(zone).toLocalDate());
        if (!policy.issue()
                || statement.figures().earned().isZero()
                || invoices.ofStatement(statement.id()).isPresent()) {
            return Decision.allowed(false);
        }
        InvoiceNumber number = invoices.next(policy.series(), now.atZone(zone).getYear());
        return draw.of(statement, policy, number, now).flatMap(this::add);
    }

    private Decision<Boolean> add(Invoice invoice) {
        String xml = electronic.write(invoice);
        List<String> violations = electronic.violations(xml);
        if (!violations.isEmpty()) {
            return Decision.rejected("The invoice would violate EN 16931: " + String.join(" ", violations));
        }
        if (!invoices.add(new IssuedInvoice(invoice, xml))) {
            throw new ConcurrentUpdateException(
                    "Number %s is taken, or the statement is invoiced".formatted(invoice.number()));
        }
        return Decision.allowed(true);
    }
}
