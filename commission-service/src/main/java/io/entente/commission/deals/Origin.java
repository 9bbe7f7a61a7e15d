package io.entente.commission.deals;

/** Whether something happened live, was taken over as history, or is published again. What follows from it has the same. */
public enum Origin {
    LIVE,
    IMPORT,
    REPLAY
}
