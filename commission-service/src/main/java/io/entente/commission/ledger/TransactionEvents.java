package io.entente.commission.ledger;

import java.util.List;

/**
 * Creates the events that announce a transaction to other services. Each feature that writes entries provides the
 * events for them.
 */
public interface TransactionEvents {

    /** Returns the events of a transaction in their order; empty if other services don't need to know about it. */
    List<Event> of(LedgerTransaction transaction);

    /**
     * An event on {@code commission.events}.
     *
     * @param type the wire type
     * @param subject id of the aggregate that the event belongs to
     * @param sequence number of the event within its aggregate, from 1
     * @param payload the content that is published as JSON
     */
    record Event(String type, String subject, long sequence, Object payload) {}
}
