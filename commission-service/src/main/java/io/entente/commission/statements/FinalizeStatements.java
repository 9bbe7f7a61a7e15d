package io.entente.commission.statements;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Decision;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finalizes statements whose time to dispute is over and that have no open dispute. Costs what is due. */
public final class FinalizeStatements {

    /** Statements of one sweep; the next takes the rest. */
    static final int MAX_A_SWEEP = 200;

    private static final Logger LOG = LoggerFactory.getLogger(FinalizeStatements.class);
    private static final String ACTOR = "system";

    private final Statements statements;
    private final Clock clock;

    public FinalizeStatements(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** Says how many were finalized. */
    public int sweep() {
        int finalized = 0;
        for (Statement due : statements.due(clock.instant(), MAX_A_SWEEP)) {
            if (due.finish(ACTOR, clock.instant())
                            instanceof Decision.Allowed<Change<Statement, StatementEvent>> allowed
                    && put(allowed.value())) {
                finalized++;
            }
        }
        return finalized;
    }

    private boolean put(Change<Statement, StatementEvent> change) {
        try {
            statements.update(change);
            return true;
        } catch (ConcurrentUpdateException another) {
            LOG.debug(
                    "Statement {} changed meanwhile; the next sweep sees to it",
                    change.state().id());
            return false;
        }
    }
}
