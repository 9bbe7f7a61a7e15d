package io.entente.partner.programcosts;

/** What the program pays for beside commission. */
public enum CostCategory {
    /** The people who run the program. */
    MANAGEMENT,
    MARKETING,
    /** Software and other tools. */
    SYSTEMS
}
