package io.entente.referral.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What day it is, for callers whose zone isn't known. */
public final class Today {

    private Today() {}

    /** The latest date that it is anywhere on Earth: tomorrow's, as UTC has it. A later one is in the future for all. */
    public static LocalDate latestAnywhere(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    }
}
