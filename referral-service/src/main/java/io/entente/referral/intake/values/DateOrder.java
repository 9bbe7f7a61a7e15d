package io.entente.referral.intake.values;

/** The order of day and month in dates that are written with numbers. */
public enum DateOrder {
    /** 31/03/2026 */
    DAY_FIRST,
    /** 03/31/2026 */
    MONTH_FIRST
}
