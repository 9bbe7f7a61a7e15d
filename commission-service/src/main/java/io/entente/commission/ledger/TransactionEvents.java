package io.entente.commission.ledger;

import java.util.List;

/** Says which events tell other services about a transaction. Each feature that writes entries knows its own events. */
public interface TransactionEvents {

    /** The events of a transaction, in order; empty if the transaction is the firm's own business. */
    List<Event> of(LedgerTransaction transaction);

    /**
     * An event on {@code commission.events}.
     *
     * @param type the wire type
     * @param subject id of the aggregate that the event belongs to
     * @param sequence number of the event within its aggregate, from 1
     * @param payload what is published as JSON
     */
    record Event(String type, String subject, long sequence, Object payload) {}
}
