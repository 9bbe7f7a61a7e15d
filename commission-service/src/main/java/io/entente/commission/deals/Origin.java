package io.entente.commission.deals;

/**
 * How a fact entered the system: live, from an import of history, or by publishing it again. Events that follow from
 * a fact have the same origin.
 */
public enum Origin {
    LIVE,
    IMPORT,
    REPLAY
}
