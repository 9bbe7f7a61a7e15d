package io.entente.commission.statements;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Loaded;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finalizes statements whose time for disputes is over and that have no open dispute. Costs as much as is due. */
public final class FinalizeStatements {

    /** The maximum number of statements per sweep. The next sweep takes the rest. */
    static final int MAX_A_SWEEP = 200;

    private static final Logger LOG = LoggerFactory.getLogger(FinalizeStatements.class);

    private final Statements statements;
    private final Clock clock;

    public FinalizeStatements(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** Returns how many statements were finalized. */
    public int sweep() {
        int finalized = 0;
        for (Statement due : statements.due(clock.instant(), MAX_A_SWEEP)) {
            Optional<Loaded<Statement>> loaded = statements.load(due.id());
            if (loaded.isPresent() && finish(loaded.get())) {
                finalized++;
            }
        }
        return finalized;
    }

    private boolean finish(Loaded<Statement> due) {
        return due.state()
                .finish(Actor.SYSTEM.value(), clock.instant())
                .fold(change -> !change.isNothing() && put(due, change), reason -> false);
    }

    private boolean put(Loaded<Statement> before, Change<Statement, StatementEvent> change) {
        try {
            statements.update(before, change);
            return true;
        } catch (ConcurrentUpdateException another) {
            LOG.debug(
                    "Statement {} has changed in the meantime; the next sweep finalizes it",
                    change.state().id());
            return false;
        }
    }
}
