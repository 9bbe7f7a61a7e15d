package io.entente.commission.statements;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All statements. */
public interface Statements {

    Optional<Statement> find(StatementId id);

    /**
     * Statements in order of their ids.
     *
     * @param partnerId only of this partner, else of all
     * @param quarter only of this quarter, else of all
     */
    Page<Statement> list(@Nullable PartnerId partnerId, @Nullable Quarter quarter, PageRequest page);

    /** Stores a new statement with its events; false where it is there already. */
    boolean add(Change<Statement, StatementEvent> made);

    /**
     * Stores a changed statement with its events.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another write came between
     */
    void update(Change<Statement, StatementEvent> changed);

    /** Issued statements whose time to dispute is over, the longest over first. */
    List<Statement> due(Instant now, int count);
}
