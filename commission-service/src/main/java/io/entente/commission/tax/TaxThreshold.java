package io.entente.commission.tax;

/**
 * From which sum a year's payments are reported.
 *
 * @param fromYear the first tax year of this threshold
 * @param amount in US dollars, decimal
 * @param source where it is laid down
 */
public record TaxThreshold(String form, int fromYear, String amount, String source) {}
