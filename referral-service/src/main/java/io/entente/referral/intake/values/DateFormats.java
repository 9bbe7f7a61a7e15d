package io.entente.referral.intake.values;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The date patterns of a profile. A text is a date if one of the patterns fits. 30 February is not a date. A time of day is ignored.
 * If day and month are numbers, the other order is tried as well, so that a file tells its order ({@link DateSurvey}).
 */
public final class DateFormats {

    private static final LocalDate EXAMPLE = LocalDate.of(2026, 3, 31);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    /** A day and a month in numbers, with nothing but marks between them. */
    private static final Pattern DAY_AND_MONTH = Pattern.compile(
            "(?<![dM])(?<first>d{1,2}|M{1,2})(?<between>[^\\w']+)(?<second>(?!\\1)(?:d{1,2}|M{1,2}))(?![dM])");

    private static final Pattern YEAR_FIRST = Pattern.compile("^[^dM]*[yu]");

    private final List<String> patterns;
    private final @Nullable ZoneId zone;
    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final Set<DateOrder> stated = new LinkedHashSet<>();

    /** A pattern with the order of its day and month; null if they can't be mistaken for each other. */
    private record Form(DateTimeFormatter formatter, @Nullable DateOrder order) {}

    /**
     * Compiles patterns.
     *
     * @throws IllegalArgumentException if one of them is not a valid pattern
     */
    public DateFormats(List<String> patterns) {
        this(patterns, null);
    }

    /**
     * The same for texts that contain a time with a zone.
     *
     * @param zone the date is the day in this zone; if null, the day as written
     */
    public DateFormats(List<String> patterns, @Nullable String zone) {
        this.patterns = List.copyOf(patterns);
        this.zone = zone == null ? null : ZoneId.of(zone);
        patterns.forEach(pattern -> add(pattern, true));
        patterns.forEach(pattern -> {
            if (order(pattern) != null) {
                add(swapped(pattern), false);
            }
        });
    }

    private void add(String pattern, boolean isStated) {
        DateOrder order = order(pattern);
        forms.putIfAbsent(pattern, new Form(formatter(pattern), order));
        if (isStated && order != null) {
            stated.add(order);
        }
    }

    /** The orders of day and month that the patterns state. */
    Set<DateOrder> stated() {
        return stated;
    }

    /** The order that the first of the patterns states, for a file that has not been judged. */
    public DateReading assumed() {
        return stated.stream().findFirst().map(DateReading::new).orElse(DateReading.MIXED);
    }

    /** Reads a date; null if the text is none, or if it can be read in two ways and the file shows both. */
    public @Nullable LocalDate parse(String text, DateReading reading) {
        Map<DateOrder, LocalDate> found = new EnumMap<>(DateOrder.class);
        LocalDate plain = find(text, found);
        if (plain != null) {
            return plain;
        }
        DateOrder order = reading.order();
        if (order != null) {
            return found.get(order);
        }
        return Set.copyOf(found.values()).size() == 1
                ? found.values().iterator().next()
                : null;
    }

    /** The readings of a text by the order of day and month; empty if the order doesn't matter. */
    public Map<DateOrder, LocalDate> readings(String text) {
        Map<DateOrder, LocalDate> found = new EnumMap<>(DateOrder.class);
        return find(text, found) != null
                        || (found.size() == 2 && Set.copyOf(found.values()).size() == 1)
                ? Map.of()
                : found;
    }

    /** Returns a date that has no day and month to mistake; otherwise adds the date of each order. */
    private @Nullable LocalDate find(String text, Map<DateOrder, LocalDate> found) {
        for (Form form : forms.values()) {
            LocalDate date = form.order() != null && found.containsKey(form.order()) ? null : date(form, text);
            if (date == null) {
                continue;
            }
            if (form.order() == null) {
                return date;
            }
            found.put(form.order(), date);
        }
        return null;
    }

    private @Nullable LocalDate date(Form form, String text) {
        // Most texts fit one pattern of several. An exception for each of the others would be slow.
        ParsePosition position = new ParsePosition(0);
        if (form.formatter().parseUnresolved(text, position) == null || position.getIndex() < text.length()) {
            return null;
        }
        try {
            TemporalAccessor parsed = form.formatter().parse(text);
            LocalDate date = zone != null && parsed.isSupported(ChronoField.INSTANT_SECONDS)
                    ? LocalDate.ofInstant(Instant.from(parsed), zone)
                    : LocalDate.from(parsed);
            return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? null : date;
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** Formats a date by the first pattern. */
    public String example() {
        return formatter(patterns.get(0)).format(EXAMPLE.atTime(LocalTime.NOON).atZone(ZoneOffset.UTC));
    }

    private static @Nullable DateOrder order(String pattern) {
        Matcher numbers = DAY_AND_MONTH.matcher(pattern);
        if (!numbers.find() || YEAR_FIRST.matcher(pattern).find()) {
            return null;
        }
        return numbers.group("first").startsWith("d") ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
    }

    private static String swapped(String pattern) {
        return DAY_AND_MONTH.matcher(pattern).replaceFirst("${second}${between}${first}");
    }

    /** A year of the era is used as a year, because strict parsing would otherwise require the era. */
    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
