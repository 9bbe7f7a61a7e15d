package io.entente.commission.statements;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.StatementEvent.DisputeResolved;
import io.entente.commission.statements.StatementEvent.LineDisputed;
import io.entente.commission.statements.StatementEvent.StatementFinalized;
import io.entente.commission.statements.StatementEvent.StatementIssued;
import io.entente.commission.statements.chain.Span;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * One partner's quarter in one currency: {@code DRAFT -> ISSUED -> (line disputed -> resolved) -> FINALIZED}. Its figures
 * never change after it is issued. A mistake is corrected in the ledger, and the correction appears on the next statement.
 *
 * @param disputes at most {@link #MAX_DISPUTES}
 * @param finalizeAt the end of the time for disputes; present only while the statement is issued
 * @param version 1 when first stored, increased by one with each write
 * @param sequence the number of its last event
 */
public record Statement(
        StatementId id,
        PartnerId partnerId,
        CurrencyUnit currency,
        Quarter quarter,
        Status status,
        Figures figures,
        Span span,
        List<Dispute> disputes,
        @Nullable Instant issuedAt,
        @Nullable Instant finalizeAt,
        @Nullable Instant finalizedAt,
        long version,
        long sequence) {

    /** The maximum number of disputed lines of one statement. With more, the statement as a whole is in question. */
    public static final int MAX_DISPUTES = 200;

    public enum Status {
        /** Finance can read the statement, the partner can't. */
        DRAFT,
        ISSUED,
        /** The statement is final. */
        FINALIZED
    }

    public Statement {
        disputes = List.copyOf(disputes);
    }

    public static Statement draft(
            PartnerId partner, CurrencyUnit currency, Quarter quarter, Figures figures, Span span) {
        return new Statement(
                StatementId.of(partner, currency, quarter),
                partner,
                currency,
                quarter,
                Status.DRAFT,
                figures,
                span,
                List.of(),
                null,
                null,
                null,
                1,
                0);
    }

    /** Returns a draft with other figures, because entries were added to the chain. */
    Statement drawnUp(Figures now, Span section) {
        return new Statement(
                id,
                partnerId,
                currency,
                quarter,
                status,
                now,
                section,
                disputes,
                issuedAt,
                finalizeAt,
                finalizedAt,
                version,
                sequence);
    }

    /** Issues the statement to the partner, with a time for disputes. A statement that has been issued stays as it is. */
    public Change<Statement, StatementEvent> issue(Duration toDispute, String actor, Instant now) {
        if (status != Status.DRAFT) {
            return Change.nothing(this);
        }
        Statement issued = new Statement(
                id,
                partnerId,
                currency,
                quarter,
                Status.ISSUED,
                figures,
                span,
                disputes,
                now,
                now.plus(toDispute),
                null,
                version,
                sequence + 1);
        return Change.of(issued, new StatementIssued(actor, now));
    }

    /** The same statement with the next version, to replace a stored draft. */
    public Statement rewritten() {
        return new Statement(
                id,
                partnerId,
                currency,
                quarter,
                status,
                figures,
                span,
                disputes,
                issuedAt,
                finalizeAt,
                finalizedAt,
                version + 1,
                sequence);
    }

    /** Records a dispute of a line within the time for disputes. Repeating it in the same words changes nothing. */
    public Decision<Change<Statement, StatementEvent>> dispute(long line, String reason, String actor, Instant now) {
        if (status != Status.ISSUED) {
            return Decision.rejected("Only an issued statement can be disputed. This one is %s.".formatted(status));
        }
        Optional<Dispute> before = disputeOf(line);
        if (before.isPresent()) {
            return before.get().reason().equals(reason)
                    ? Decision.allowed(Change.nothing(this))
                    : Decision.rejected("Line %d has been disputed already.".formatted(line));
        }
        if (finalizeAt != null && !now.isBefore(finalizeAt)) {
            return Decision.rejected("The time for disputes of this statement ended at %s.".formatted(finalizeAt));
        }
        if (disputes.size() == MAX_DISPUTES) {
            return Decision.rejected(
                    "%d lines are disputed already, which is the limit for one statement.".formatted(MAX_DISPUTES));
        }
        List<Dispute> more = new ArrayList<>(disputes);
        more.add(Dispute.open(line, reason, actor, now));
        return Decision.allowed(Change.of(with(more), new LineDisputed(line, reason, actor, now)));
    }

    /** Resolves a dispute. Repeating it in the same words changes nothing. */
    public Decision<Change<Statement, StatementEvent>> resolve(
            long line, String resolution, String actor, Instant now) {
        Optional<Dispute> found = disputeOf(line);
        if (found.isEmpty()) {
            return Decision.rejected("Line %d is not disputed.".formatted(line));
        }
        Dispute dispute = found.get();
        if (!dispute.isOpen()) {
            return resolution.equals(dispute.resolution())
                    ? Decision.allowed(Change.nothing(this))
                    : Decision.rejected("The dispute of line %d has been resolved already.".formatted(line));
        }
        Dispute resolved = dispute.resolved(resolution, actor, now);
        List<Dispute> all = disputes.stream()
                .map(one -> one.line() == line ? resolved : one)
                .toList();
        return Decision.allowed(Change.of(with(all), new DisputeResolved(line, resolution, actor, now)));
    }

    /** Finalizes the statement. Doing it again changes nothing. */
    public Decision<Change<Statement, StatementEvent>> finish(String actor, Instant now) {
        if (status == Status.FINALIZED) {
            return Decision.allowed(Change.nothing(this));
        }
        if (status == Status.DRAFT) {
            return Decision.rejected("A draft can't be finalized; issue it first.");
        }
        if (openDisputes() > 0) {
            return Decision.rejected("%s not resolved yet."
                    .formatted(Quantity.of(openDisputes(), "disputed line is", "disputed lines are")));
        }
        Statement finalized = new Statement(
                id,
                partnerId,
                currency,
                quarter,
                Status.FINALIZED,
                figures,
                span,
                disputes,
                issuedAt,
                null,
                now,
                version + 1,
                sequence + 1);
        return Decision.allowed(Change.of(finalized, new StatementFinalized(actor, now)));
    }

    public long openDisputes() {
        return disputes.stream().filter(Dispute::isOpen).count();
    }

    private Optional<Dispute> disputeOf(long line) {
        return disputes.stream().filter(dispute -> dispute.line() == line).findFirst();
    }

    private Statement with(List<Dispute> all) {
        return new Statement(
                id,
                partnerId,
                currency,
                quarter,
                status,
                figures,
                span,
                all,
                issuedAt,
                finalizeAt,
                finalizedAt,
                version + 1,
                sequence + 1);
    }
}
