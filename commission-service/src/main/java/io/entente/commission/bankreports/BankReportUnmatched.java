package io.entente.commission.bankreports;

import java.time.Instant;

/**
 * Tells finance that items of a report wait for a person. There is at most one for each report.
 *
 * @param open the number of these items
 */
public record BankReportUnmatched(long open, Instant at) {}
