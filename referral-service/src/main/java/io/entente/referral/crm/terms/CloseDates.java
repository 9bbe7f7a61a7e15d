package io.entente.referral.crm.terms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Reads the closing dates of CRMs: dates, times with an offset, and HubSpot's milliseconds since 1970. */
public final class CloseDates {

    private static final String EPOCH_MILLIS = "-?\\d{9,15}";
    private static final int DATE_CHARACTERS = "2026-03-31".length();

    private CloseDates() {}

    /**
     * The date in a CRM's text.
     *
     * @param zone the zone of the CRM's account. A time becomes the date that people saw when they entered it
     * @throws DateTimeException if the text has no date
     */
    public static LocalDate read(String text, ZoneId zone) {
        if (text.matches(EPOCH_MILLIS)) {
            return LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(text)), zone);
        }
        try {
            return OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate();
        } catch (DateTimeParseException withoutOffset) {
            return LocalDate.parse(text.substring(0, Math.min(text.length(), DATE_CHARACTERS)));
        }
    }

    /** The date as people read it, or the CRM's own text if it is none. */
    public static String shown(String text, ZoneId zone) {
        try {
            return read(text, zone).toString();
        } catch (DateTimeException e) {
            return text;
        }
    }
}
