package io.entente.commission.bankreports.iso20022;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dates of reports. Banks write dates and date-times, with and without a zone. A date-time with a zone counts on its day in the
 * program's zone. Any other day counts as it is written.
 *
 * @param zone of the program
 */
record Dates(ZoneId zone) {

    private static final int DAY_CHARACTERS = 10;

    private static final Pattern ZONED = Pattern.compile("(Z|[+-]\\d\\d:\\d\\d)$");

    /** The day of an element {@code Dt} or {@code DtTm}, or of the element itself; null if there is none. */
    @Nullable
    LocalDate of(Frame frame, String path) {
        return parse(frame.text(path, path + "/Dt", path + "/DtTm"));
    }

    @Nullable
    LocalDate parse(@Nullable String text) {
        if (text == null || text.length() < DAY_CHARACTERS) {
            return null;
        }
        try {
            return text.indexOf('T') == DAY_CHARACTERS && ZONED.matcher(text).find()
                    ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate()
                    : LocalDate.parse(text.substring(0, DAY_CHARACTERS));
        } catch (DateTimeException none) {
            return null;
        }
    }
}
