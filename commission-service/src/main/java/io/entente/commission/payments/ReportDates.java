package io.entente.commission.payments;

import io.entente.commission.commissions.ProgramCalendar;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides on which days something can have happened that the accounting reports: not in the future, not before the
 * deal, and not before the program began.
 *
 * @param startsOn the first day of the program; null if it has none
 */
public record ReportDates(ProgramCalendar calendar, @Nullable LocalDate startsOn) {

    /**
     * Returns why something can't have happened on a day; empty if it can.
     *
     * @param closedOn the day on which the deal closed; null if the deal is unknown
     */
    public Optional<String> refusal(LocalDate day, @Nullable LocalDate closedOn) {
        LocalDate today = calendar.today();
        if (day.isAfter(today)) {
            return Optional.of(
                    "must not be in the future; today is %s in the time zone of the program".formatted(today));
        }
        if (startsOn != null && day.isBefore(startsOn)) {
            return Optional.of("must not be before %s, the day on which the program started".formatted(startsOn));
        }
        if (closedOn != null && day.isBefore(closedOn)) {
            return Optional.of("must not be before %s, the day on which the deal closed".formatted(closedOn));
        }
        return Optional.empty();
    }
}
