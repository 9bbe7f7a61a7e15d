package io.entente.referral.intake.profiles;

import io.entente.referral.deals.CloseDeal;
import io.entente.referral.intake.values.DateFormats;
import io.entente.referral.intake.values.DateOrder;
import io.entente.referral.intake.values.DateReading;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the dates of a file's rows. */
final class RowDates {

    private final DateFormats formats;
    private final DateReading reading;

    /** @param found how the file writes dates; null if it is read as the profile says */
    RowDates(ImportProfile profile, @Nullable DateReading found) {
        this.formats = new DateFormats(profile.dateFormats(), profile.rules().zone());
        this.reading = found == null ? formats.assumed() : found;
    }

    /** Reads a date; null if there is none or it can't be read. */
    @Nullable
    LocalDate read(String text) {
        return formats.parse(text, reading);
    }

    /**
     * Reads a date and checks its bounds.
     *
     * @param latest the last date that isn't in the future
     * @param fault takes what is wrong with the date
     * @return null if there is no date or something is wrong with it
     */
    @Nullable
    LocalDate read(String text, LocalDate latest, Consumer<String> fault) {
        if (text.isEmpty()) {
            return null;
        }
        LocalDate date = read(text);
        String wrong = date == null ? unreadable(text) : outOfBounds(date, latest);
        if (wrong == null) {
            return date;
        }
        fault.accept(wrong);
        return null;
    }

    private static @Nullable String outOfBounds(LocalDate date, LocalDate latest) {
        if (date.isAfter(latest)) {
            return "must not be in the future";
        }
        return date.isBefore(CloseDeal.EARLIEST) ? "must not be before " + CloseDeal.EARLIEST : null;
    }

    private String unreadable(String text) {
        Map<DateOrder, LocalDate> readings = formats.readings(text);
        if (readings.size() == 2) {
            return "can be read as %s or as %s, and the file shows both orders of day and month"
                    .formatted(readings.get(DateOrder.DAY_FIRST), readings.get(DateOrder.MONTH_FIRST));
        }
        return readings.isEmpty() || reading.order() == null
                ? "must be a date such as " + formats.example()
                : "must be a date in the order of the file's other dates, which is " + reading.order();
    }
}
