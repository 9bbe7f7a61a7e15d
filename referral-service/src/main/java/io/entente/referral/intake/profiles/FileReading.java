package io.entente.referral.intake.profiles;

import io.entente.referral.intake.values.AmountReading;
import io.entente.referral.intake.values.DateReading;
import org.jspecify.annotations.Nullable;

/**
 * How the amounts and dates of one file are read that can be read in two ways. Before the file has been judged, it contains what the
 * caller has named.
 *
 * @param amounts null if nobody has named the decimal mark yet
 * @param dates null if nobody has named the order of day and month yet
 */
public record FileReading(@Nullable AmountReading amounts, @Nullable DateReading dates) {

    public static final FileReading OPEN = new FileReading(null, null);
}
