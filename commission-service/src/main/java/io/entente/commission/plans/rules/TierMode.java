package io.entente.commission.plans.rules;

/** What a higher band's rate applies to. */
public enum TierMode {
    /** What is above the band's start; what is below keeps its rate. */
    MARGINAL,
    /** Everything, earlier deals too: they get the difference as an adjustment. */
    RETROACTIVE
}
