package io.entente.referral.sla.ical;

import io.entente.platform.domain.PlainText;
import io.entente.referral.sla.calendar.EnteredHolidays;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/** One event of a file, as the days of a holiday. */
final class HolidayEvent {

    /** The longest holiday. A longer one is a mistake in its end. */
    static final int MAX_LENGTH_DAYS = 31;

    /** A rule is followed day by day from its first day on, so this bounds the effort. */
    static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    private static final Set<Frequency> FREQUENCIES =
            Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

    private final VEvent event;
    private final List<VEvent> all;

    /** @param all the events of the file, some of which may replace one occurrence of this one */
    HolidayEvent(VEvent event, List<VEvent> all) {
        this.event = event;
        this.all = all;
    }

    String name() {
        String name = Optional.ofNullable(event.getSummary())
                .map(Summary::getValue)
                .orElse("")
                .replaceAll("\\\\([,;\\\\])", "$1")
                .replaceAll("\\s+", " ");
        PlainText.fault(name, false).ifPresent(fault -> {
            throw new IllegalArgumentException("has a SUMMARY that " + fault);
        });
        String plain = PlainText.of(name);
        String given = plain.isEmpty() ? "Holiday" : plain;
        int end = given.offsetByCodePoints(
                0, Math.min(EnteredHolidays.MAX_NAME_CHARACTERS, given.codePointCount(0, given.length())));
        return given.substring(0, end);
    }

    /**
     * The days of the holiday in a period, in order.
     *
     * @throws IllegalArgumentException if the event is no holiday
     */
    List<LocalDate> days(LocalDate from, LocalDate to) {
        if (text(Property.STATUS).equalsIgnoreCase("CANCELLED")) {
            return List.of();
        }
        LocalDate first = day(Property.DTSTART).orElseThrow(() -> new IllegalArgumentException("must have a DTSTART"));
        long length = length(first);
        List<LocalDate> days = new ArrayList<>();
        Set<LocalDate> replaced = replacedDays();
        for (LocalDate start : starts(first, from.minusDays(MAX_LENGTH_DAYS), to)) {
            for (int i = 0; i < length && !replaced.contains(start); i++) {
                LocalDate day = start.plusDays(i);
                if (!day.isBefore(from) && !day.isAfter(to)) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    private long length(LocalDate first) {
        Optional<TemporalAmount> duration =
                Optional.ofNullable(event.getDuration()).map(given -> given.getDuration());
        long length = day(Property.DTEND)
                .map(end -> ChronoUnit.DAYS.between(first, end))
                .orElseGet(() -> duration.map(amount -> days(first, amount)).orElseGet(() -> isWholeDay() ? 1L : 0L));
        if (length < 1) {
            throw new IllegalArgumentException(
                    "must last at least one whole day: a day such as DTSTART;VALUE=DATE:20260217");
        }
        if (length > MAX_LENGTH_DAYS) {
            throw new IllegalArgumentException("must last at most %d days".formatted(MAX_LENGTH_DAYS));
        }
        return length;
    }

    private static long days(LocalDate first, TemporalAmount duration) {
        LocalDateTime start = first.atStartOfDay();
        return ChronoUnit.DAYS.between(start, start.plus(duration));
    }

    private boolean isWholeDay() {
        return date(Property.DTSTART).filter(LocalDate.class::isInstance).isPresent();
    }

    private List<LocalDate> starts(LocalDate first, LocalDate from, LocalDate to) {
        List<RRule<?>> rules = event.getProperties(Property.RRULE);
        if (rules.isEmpty() && event.getProperties(Property.RDATE).isEmpty()) {
            return List.of(first);
        }
        if (!isWholeDay()) {
            throw new IllegalArgumentException(
                    "must begin on a day, such as DTSTART;VALUE=DATE:20261225, because it recurs");
        }
        if (first.isBefore(EARLIEST)) {
            throw new IllegalArgumentException("must not begin before %s, because it recurs".formatted(EARLIEST));
        }
        if (!rules.stream()
                .allMatch(rule -> FREQUENCIES.contains(rule.getRecur().getFrequency()))) {
            throw new IllegalArgumentException("must recur by days, weeks, months or years");
        }
        Set<Period<LocalDate>> occurrences = event.calculateRecurrenceSet(new Period<>(from, to.plusDays(1)));
        return occurrences.stream().map(Period::getStart).sorted().toList();
    }

    /** The occurrences that other events of the file replace. */
    private Set<LocalDate> replacedDays() {
        Set<LocalDate> replaced = new HashSet<>();
        String uid = text(Property.UID);
        if (!uid.isEmpty() && event.getProperty(Property.RECURRENCE_ID).isEmpty()) {
            for (VEvent other : all) {
                HolidayEvent its = new HolidayEvent(other, List.of());
                if (its.text(Property.UID).equals(uid)) {
                    its.day(Property.RECURRENCE_ID).ifPresent(replaced::add);
                }
            }
        }
        return replaced;
    }

    private String text(String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }

    private Optional<Temporal> date(String property) {
        return event.<DateProperty<?>>getProperty(property).map(DateProperty::getDate);
    }

    /** The day of a date. A time must be midnight. */
    private Optional<LocalDate> day(String property) {
        return date(property).map(temporal -> {
            if (temporal instanceof LocalDate day) {
                return day;
            }
            LocalDateTime time = wallTime(temporal);
            if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
                throw new IllegalArgumentException(
                        "must last whole days, but has the time %s in %s".formatted(time.toLocalTime(), property));
            }
            return time.toLocalDate();
        });
    }

    private static LocalDateTime wallTime(Temporal temporal) {
        if (temporal instanceof LocalDateTime time) {
            return time;
        }
        if (temporal instanceof ZonedDateTime time) {
            return time.toLocalDateTime();
        }
        return temporal instanceof OffsetDateTime time
                ? time.toLocalDateTime()
                : LocalDateTime.ofInstant(java.time.Instant.from(temporal), ZoneOffset.UTC);
    }
}
