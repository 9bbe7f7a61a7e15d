package io.entente.commission.tax;

/**
 * The sum from which a year's payments are reported.
 *
 * @param fromYear the first tax year of this threshold
 * @param amount in US dollars, decimal
 * @param source the law or regulation that sets it
 */
public record TaxThreshold(String form, int fromYear, String amount, String source) {}
