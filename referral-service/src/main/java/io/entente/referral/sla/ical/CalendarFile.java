package io.entente.referral.sla.ical;

import io.entente.platform.domain.FieldError;
import io.entente.referral.sla.calendar.EnteredHolidays;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;

/**
 * The holidays in an iCalendar file (RFC 5545). Every event is a holiday that lasts whole days. It may last several days and may recur.
 *
 * @param days the name of the holiday by its day, in the period that was asked for
 * @param left the number of events that have no day in the period, or were cancelled
 */
public record CalendarFile(Map<LocalDate, String> days, int left) {

    /** A file with the holidays of a country for ten years has about 100 KiB. */
    public static final int MAX_BYTES = 1 << 20;

    public static final int MAX_EVENTS = 1_000;

    /** The maximum number of errors of one answer. */
    private static final int MAX_ERRORS = 20;

    /**
     * Reads a file.
     *
     * @param from the first day of the period
     * @param to the last day of the period
     * @throws UnreadableCalendarException if it is no iCalendar file, or if an event is no holiday
     */
    public static CalendarFile read(byte[] file, LocalDate from, LocalDate to) throws UnreadableCalendarException {
        CalendarText text = new CalendarText(file);
        if (text.events() == 0) {
            throw refused("file", "must be an iCalendar file with at least one event (BEGIN:VEVENT)");
        }
        if (text.events() > MAX_EVENTS) {
            throw refused("file", "must have at most %d events".formatted(MAX_EVENTS));
        }
        if (!text.impossibleDays().isEmpty()) {
            throw new UnreadableCalendarException(
                    text.impossibleDays().stream().limit(MAX_ERRORS).toList());
        }
        List<VEvent> events = parsed(text).getComponents(Component.VEVENT);
        Map<LocalDate, String> days = new TreeMap<>();
        List<FieldError> errors = new ArrayList<>();
        int left = 0;
        for (int i = 0; i < events.size() && errors.size() < MAX_ERRORS; i++) {
            HolidayEvent event = new HolidayEvent(events.get(i), events);
            try {
                List<LocalDate> its = event.days(from, to);
                its.forEach(day -> days.putIfAbsent(day, event.name()));
                left += its.isEmpty() ? 1 : 0;
            } catch (IllegalArgumentException bad) {
                errors.add(error(i, text, String.valueOf(bad.getMessage())));
            } catch (RuntimeException unreadable) {
                errors.add(error(
                        i, text, "must be a holiday of whole days, but can't be read: " + unreadable.getMessage()));
            }
        }
        if (errors.isEmpty() && days.size() > EnteredHolidays.MAX_DAYS) {
            errors.add(new FieldError(
                    "file", "must have at most %d days from %s to %s".formatted(EnteredHolidays.MAX_DAYS, from, to)));
        }
        if (!errors.isEmpty()) {
            throw new UnreadableCalendarException(errors);
        }
        return new CalendarFile(days, left);
    }

    private static FieldError error(int event, CalendarText text, String reason) {
        return new FieldError("event %d (line %d)".formatted(event + 1, text.lineOf(event)), reason);
    }

    private static Calendar parsed(CalendarText text) throws UnreadableCalendarException {
        try {
            return new CalendarBuilder().build(new StringReader(text.text()));
        } catch (ParserException bad) {
            String reason = String.valueOf(bad.getMessage()).replaceFirst("^Error at line \\d+:", "");
            throw refused("line " + bad.getLineNo(), "must follow RFC 5545: " + reason);
        } catch (IOException | RuntimeException bad) {
            throw refused("file", "must follow RFC 5545: " + bad.getMessage());
        }
    }

    private static UnreadableCalendarException refused(String field, String reason) {
        return new UnreadableCalendarException(List.of(new FieldError(field, reason)));
    }
}
