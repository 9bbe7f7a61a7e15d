package io.entente.referral.sla.ical;

import io.entente.platform.domain.FieldError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of an iCalendar file, prepared for the library. Time zones are taken out: a holiday is a day on the wall calendar, and a
 * definition of a zone could name an address to load. Every line keeps its number.
 */
final class CalendarText {

    private static final Pattern ZONE = Pattern.compile(";TZID=(\"[^\"]*\"|[^;:\"]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE =
            Pattern.compile("(DTSTART|DTEND|EXDATE|RDATE|RECURRENCE-ID).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern RULE = Pattern.compile("RRULE.*", Pattern.CASE_INSENSITIVE);
    /** The end of a rule for whole days, which some programs write as the last second of a day. */
    private static final Pattern UNTIL_TIME = Pattern.compile("(UNTIL=\\d{8})T\\d{6}Z?", Pattern.CASE_INSENSITIVE);

    /** Eight digits are a day; the library turns 31 February into another day instead of refusing it. */
    private static final Pattern DAY = Pattern.compile("(?<![0-9])([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])");

    private static final String BEGIN_EVENT = "BEGIN:VEVENT";
    private static final String BEGIN_ZONE = "BEGIN:VTIMEZONE";
    private static final String END_ZONE = "END:VTIMEZONE";
    private static final String NOTHING = "X-ENTENTE-LEFT-OUT:";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<String> lines = new ArrayList<>();
    private final List<Integer> eventLines = new ArrayList<>();
    private final List<FieldError> impossibleDays = new ArrayList<>();

    /** @throws UnreadableCalendarException if the bytes are not UTF-8 */
    CalendarText(byte[] file) throws UnreadableCalendarException {
        boolean inZone = false;
        boolean isOfDates = false;
        for (String line : decoded(file).split("\r\n|\r|\n", -1)) {
            String word = line.strip().toUpperCase(Locale.ROOT);
            inZone |= word.equals(BEGIN_ZONE);
            if (word.equals(BEGIN_EVENT)) {
                eventLines.add(lines.size() + 1);
            }
            lines.add(inZone ? NOTHING : dayOnly(line));
            isOfDates = isContinued(line)
                    ? isOfDates
                    : DATE.matcher(line).matches() || RULE.matcher(line).matches();
            if (isOfDates && !inZone) {
                checkDays(line);
            }
            inZone &= !word.equals(END_ZONE);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
    }

    /** A line that begins with a space continues the line before it. */
    private static boolean isContinued(String line) {
        return line.startsWith(" ") || line.startsWith("\t");
    }

    private void checkDays(String line) {
        Matcher day = DAY.matcher(line);
        while (day.find()) {
            try {
                LocalDate unused = LocalDate.of(
                        Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            } catch (DateTimeException none) {
                impossibleDays.add(new FieldError(
                        "line " + lines.size(),
                        "must contain days that exist, such as 20260228, but %s is none".formatted(day.group())));
            }
        }
    }

    /** The days in the file that don't exist, by their lines. */
    List<FieldError> impossibleDays() {
        return List.copyOf(impossibleDays);
    }

    private static String decoded(byte[] file) throws UnreadableCalendarException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableCalendarException(List.of(new FieldError("file", "must be encoded in UTF-8")));
        }
    }

    private static String dayOnly(String line) {
        if (DATE.matcher(line).matches()) {
            return ZONE.matcher(line).replaceAll("");
        }
        return RULE.matcher(line).matches() ? UNTIL_TIME.matcher(line).replaceAll("$1") : line;
    }

    String text() {
        return String.join("\r\n", lines) + "\r\n";
    }

    int events() {
        return eventLines.size();
    }

    /** The line on which an event begins, counted from 1. */
    int lineOf(int event) {
        return eventLines.get(event);
    }
}
