package io.entente.commission.plans.rules;

/** To which part of an amount the rate of a higher band applies. */
public enum TierMode {
    /** The rate applies above the start of the band. Below it, the lower rates stay. */
    MARGINAL,
    /** The rate applies to everything. Earlier deals get the difference as an adjustment. */
    RETROACTIVE
}
