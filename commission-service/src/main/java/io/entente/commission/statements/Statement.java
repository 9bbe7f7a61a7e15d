package io.entente.commission.statements;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.StatementEvent.StatementFinalized;
import io.entente.commission.statements.StatementEvent.StatementIssued;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * One partner's quarter in one currency. {@code DRAFT -> ISSUED -> (line disputed -> resolved) -> FINALIZED}. Its figures never
 * change once it is issued: what turns out wrong is corrected in the ledger, and stands on the next one.
 *
 * @param disputes at most {@link #MAX_DISPUTES}
 * @param finalizeAt until when the partner may dispute; only while issued
 * @param version 1 when stored first, one more with each write
 * @param sequence number of its last event
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

    /** Lines of one statement that may be disputed; more is no dispute of lines but of the statement. */
    public static final int MAX_DISPUTES = 200;

    public enum Status {
        /** Finance can read it, the partner can't. */
        DRAFT,
        ISSUED,
        /** It stands. */
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

    /** The partner gets it, with so long to dispute; issued before, nothing changes. */
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

    /** The same, written once more: a draft that was stored is replaced. */
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

    /** The partner doesn't agree with a line; said again in the same words, nothing changes. */
    public Decision<Statement> dispute(long line, String reason, String actor, Instant now) {
        if (status != Status.ISSUED) {
            return Decision.rejected("Only an issued statement can be disputed; this one is %s.".formatted(status));
        }
        Optional<Dispute> before = disputeOf(line);
        if (before.isPresent()) {
            return before.get().reason().equals(reason)
                    ? Decision.allowed(this)
                    : Decision.rejected("Line %d has been disputed already.".formatted(line));
        }
        if (disputes.size() == MAX_DISPUTES) {
            return Decision.rejected("%d lines are disputed, which is as many as can be.".formatted(MAX_DISPUTES));
        }
        List<Dispute> more = new ArrayList<>(disputes);
        more.add(Dispute.open(line, reason, actor, now));
        return Decision.allowed(with(more));
    }

    /** A dispute is settled; said again in the same words, nothing changes. */
    public Decision<Statement> resolve(long line, String resolution, String actor, Instant now) {
        Optional<Dispute> found = disputeOf(line);
        if (found.isEmpty()) {
            return Decision.rejected("Line %d is not disputed.".formatted(line));
        }
        Dispute dispute = found.get();
        if (!dispute.isOpen()) {
            return resolution.equals(dispute.resolution())
                    ? Decision.allowed(this)
                    : Decision.rejected("The dispute of line %d has been resolved already.".formatted(line));
        }
        Dispute resolved = dispute.resolved(resolution, actor, now);
        return Decision.allowed(with(disputes.stream()
                .map(one -> one.line() == line ? resolved : one)
                .toList()));
    }

    /** It stands from now on; again changes nothing. */
    public Decision<Change<Statement, StatementEvent>> finish(String actor, Instant now) {
        if (status == Status.FINALIZED) {
            return Decision.allowed(Change.nothing(this));
        }
        if (status == Status.DRAFT) {
            return Decision.rejected("A draft can't be finalized; issue it first.");
        }
        if (openDisputes() > 0) {
            return Decision.rejected("%d disputed lines are not resolved yet.".formatted(openDisputes()));
        }
        Statement standing = new Statement(
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
        return Decision.allowed(Change.of(standing, new StatementFinalized(actor, now)));
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
                sequence);
    }
}
