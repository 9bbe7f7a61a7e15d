package io.entente.referral.intake.values;

import org.jspecify.annotations.Nullable;

/**
 * How the dates of a file are read that can be read in two ways.
 *
 * @param order null if the file shows both orders; then only dates are read that have one meaning
 */
public record DateReading(@Nullable DateOrder order) {

    public static final DateReading MIXED = new DateReading(null);
}
