package io.entente.commission.deals.amendments;

import java.time.LocalDate;

/**
 * The reversal of a whole deal.
 *
 * @param sequence the sequence of its event among those of the deal
 * @param on the day from which the deal counts as reversed
 * @param reason a text that the partner may read
 */
public record ReversedDeal(String dealId, long sequence, LocalDate on, String reason, String actor) {}
