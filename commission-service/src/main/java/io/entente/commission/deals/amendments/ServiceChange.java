package io.entente.commission.deals.amendments;

/**
 * What a correction changed about the service that the client bought. No commission depends on it, so the ledger doesn't have it.
 *
 * @param before the service before the correction
 * @param after the right service
 */
public record ServiceChange(String before, String after) {}
