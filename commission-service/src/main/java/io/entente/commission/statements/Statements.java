package io.entente.commission.statements;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Loaded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores all statements. */
public interface Statements {

    Optional<Statement> find(StatementId id);

    /** Stores a new statement with its events. Returns false if it exists already. */
    boolean add(Change<Statement, StatementEvent> made);

    /** Loads a statement for a change, which {@link #update} stores. */
    Optional<Loaded<Statement>> load(StatementId id);

    /**
     * Stores a changed statement with its events.
     *
     * @param before the statement as {@link #load} returned it
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another write came in between
     */
    void update(Loaded<Statement> before, Change<Statement, StatementEvent> changed);

    /** Issued statements whose time for disputes is over, the longest over first. */
    List<Statement> due(Instant now, int count);

    /**
     * Statements with open disputes, in the order of their ids.
     *
     * @param partnerId restricts the result to this partner; null for all
     * @param quarter restricts the result to this quarter; null for all
     * @param from the first id that may be in the result; null to begin with the first statement
     */
    List<Statement> disputed(
            @Nullable PartnerId partnerId, @Nullable Quarter quarter, @Nullable String from, int count);

    /** Finalized statements that nobody has looked at yet in order to invoice them. */
    List<Statement> toInvoice(int count);

    /** Takes a statement off the list of {@link #toInvoice}. Doing it again changes nothing. */
    void doneWithInvoice(StatementId id);
}
