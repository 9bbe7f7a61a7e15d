package io.entente.commission.statements;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.runs.PartnerRun;
import io.entente.commission.runs.PartnerRun.Kind;
import io.entente.commission.runs.PartnerWork;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Issues a partner's statements of a quarter, or only drafts them. Each statement is one write of one document with its
 * event, under an id that follows from partner, currency and quarter. It is therefore issued once, even if this runs twice,
 * on two instances, or after a crash.
 */
public final class IssueStatements implements PartnerWork {

    private final DrawUpStatements drawUp;
    private final Statements statements;
    private final PolicyVersions<StatementPolicy> policies;
    private final ZoneId zone;
    private final Duration settling;
    private final Clock clock;

    /**
     * @param settling how long after a quarter its last entries can still be on their way into the ledger; no statement of
     *     the quarter is issued before that
     */
    public IssueStatements(
            DrawUpStatements drawUp,
            Statements statements,
            PolicyVersions<StatementPolicy> policies,
            ZoneId zone,
            Duration settling,
            Clock clock) {
        this.drawUp = drawUp;
        this.statements = statements;
        this.policies = policies;
        this.zone = zone;
        this.settling = settling;
        this.clock = clock;
    }

    @Override
    public boolean does(Kind kind) {
        return kind == Kind.STATEMENTS || kind == Kind.STATEMENT_DRAFTS;
    }

    @Override
    public int work(PartnerRun run, PartnerId partner) {
        Quarter quarter = Quarter.parse(run.subject()).orElseThrow();
        int made = 0;
        for (Statement drawnUp : drawUp.of(partner, quarter)) {
            boolean issue = run.kind() == Kind.STATEMENTS;
            made += OptimisticRetry.retryOnConflict(() -> put(drawnUp, issue, run.startedBy())) ? 1 : 0;
        }
        return made;
    }

    /** Whether a quarter is over and its last entries are in the ledger. */
    public boolean isOver(Quarter quarter) {
        return !clock.instant().isBefore(quarter.endsAt(zone).plus(settling));
    }

    /** Whether a quarter has begun. Before that, nothing can be drafted. */
    public boolean hasBegun(Quarter quarter) {
        return !clock.instant().isBefore(quarter.startsAt(zone));
    }

    /** Issues one draft with the figures of the ledger as it is now. A statement that has been issued stays as it is. */
    public Decision<Statement> issue(Statement draft, String actor) {
        if (draft.status() != Statement.Status.DRAFT) {
            return Decision.allowed(draft);
        }
        if (!isOver(draft.quarter())) {
            return Decision.rejected("%s is not over yet. A draft can be issued after the end of its quarter."
                    .formatted(draft.quarter()));
        }
        Statement drawnUp = drawUp.again(draft);
        OptimisticRetry.retryOnConflict(() -> put(drawnUp, true, actor));
        return Decision.allowed(statements.find(draft.id()).orElseThrow());
    }

    /** Returns a draft with the figures of the ledger as it is now, and any other statement as it was issued. */
    public Statement current(Statement statement) {
        return statement.status() == Statement.Status.DRAFT ? drawUp.again(statement) : statement;
    }

    /** Returns false if the statement was issued or drafted before. */
    private boolean put(Statement drawnUp, boolean issue, String actor) {
        Optional<Loaded<Statement>> before = statements.load(drawnUp.id());
        if (before.isEmpty()) {
            return statements.add(issue ? issued(drawnUp, actor) : new Change<>(drawnUp, List.of()));
        }
        if (before.get().state().status() != Statement.Status.DRAFT || !issue) {
            return false;
        }
        // A draft can be older than the quarter's last entries, so its figures are drawn up again.
        Statement now = withVersion(drawnUp, before.get().state().version());
        Change<Statement, StatementEvent> issued = issued(now, actor);
        statements.update(before.get(), new Change<>(issued.state().rewritten(), issued.events()));
        return true;
    }

    private Change<Statement, StatementEvent> issued(Statement draft, String actor) {
        Instant now = clock.instant();
        Duration toDispute = policies.on(now.atZone(zone).toLocalDate()).toDispute();
        return draft.issue(toDispute, actor, now);
    }

    private static Statement withVersion(Statement drawnUp, long version) {
        Statement same = drawnUp;
        while (same.version() < version) {
            same = same.rewritten();
        }
        return same;
    }
}
