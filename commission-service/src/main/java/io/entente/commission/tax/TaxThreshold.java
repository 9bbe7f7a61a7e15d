package io.entente.commission.tax;

/**
 * The sum from which the payments of a year must be reported.
 *
 * @param fromYear the first tax year of this threshold
 * @param amount in US dollars, as decimal text
 * @param source the law or regulation that sets it
 */
public record TaxThreshold(String form, int fromYear, String amount, String source) {}
