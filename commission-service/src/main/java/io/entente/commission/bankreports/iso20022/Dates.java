package io.entente.commission.bankreports.iso20022;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The dates of reports. Banks write dates and date-times, with and without a zone. The day counts as it is written. */
final class Dates {

    private static final int DAY_CHARACTERS = 10;

    private Dates() {}

    /** The day of an element {@code Dt} or {@code DtTm}, or of the element itself; null if there is none. */
    static @Nullable LocalDate of(Frame frame, String path) {
        return parse(frame.text(path, path + "/Dt", path + "/DtTm"));
    }

    static @Nullable LocalDate parse(@Nullable String text) {
        if (text == null || text.length() < DAY_CHARACTERS) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, DAY_CHARACTERS));
        } catch (DateTimeException none) {
            return null;
        }
    }
}
