package io.entente.commission.payouts.outcomes;

import io.entente.commission.payouts.Payout;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says which value dates an outcome can have.
 *
 * @param zone of the program, which decides what day it is
 * @param programStart no outcome is earlier; null if the program has no start
 */
public record OutcomeDates(ZoneId zone, Clock clock, @Nullable LocalDate programStart) {

    /**
     * Whether a bank can have meant a possible day. Banks in other zones write their own day, which can be the day before or after the
     * day in the zone of the program. A day before the program's start is never possible.
     */
    public boolean isPossibleElsewhere(Payout payout, LocalDate on) {
        return (programStart == null || !on.isBefore(programStart))
                && Stream.of(on.minusDays(1), on.plusDays(1))
                        .anyMatch(day -> problem(payout, day).isEmpty());
    }

    /** Why a value date is impossible, in words that follow the field's name; empty if it is possible. */
    public Optional<String> problem(Payout payout, LocalDate on) {
        LocalDate paid = payout.paidOn();
        return problemOfPayment(payout, on)
                .or(() -> paid != null && on.isBefore(paid)
                        ? Optional.of("must not be before the payout was paid, which was on " + paid)
                        : Optional.empty());
    }

    /** The same for the corrected day of a payment, which can be earlier than the one on record. */
    public Optional<String> problemOfPayment(Payout payout, LocalDate on) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        LocalDate planned = payout.plannedAt().atZone(zone).toLocalDate();
        if (on.isAfter(today)) {
            return Optional.of("must not be in the future; today is " + today);
        }
        if (programStart != null && on.isBefore(programStart)) {
            return Optional.of("must not be before the program's start, which is " + programStart);
        }
        return on.isBefore(planned)
                ? Optional.of("must not be before the payout was planned, which was on " + planned)
                : Optional.empty();
    }
}
