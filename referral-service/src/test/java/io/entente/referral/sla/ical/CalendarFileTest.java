package io.entente.referral.sla.ical;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holidays as governments and calendar programs write them. */
class CalendarFileTest {

    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate TO = LocalDate.of(2029, 12, 31);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one day              | DTSTART;VALUE=DATE:20260922                                  | 2026-09-22",
                "with its end         | DTSTART;VALUE=DATE:20260217~DTEND;VALUE=DATE:20260218        | 2026-02-17",
                "several days         | DTSTART;VALUE=DATE:20260217~DTEND;VALUE=DATE:20260219        | 2026-02-17 2026-02-18",
                "a duration           | DTSTART;VALUE=DATE:20260217~DURATION:P2D                     | 2026-02-17 2026-02-18",
                "a week               | DTSTART;VALUE=DATE:20261227~DURATION:P1W                     | 2026-12-27 2026-12-28 2026-12-29 2026-12-30 2026-12-31 2027-01-01 2027-01-02",
                "no kind of value     | DTSTART:20260217                                             | 2026-02-17",
                "midnight to midnight | DTSTART;TZID=Asia/Kuala_Lumpur:20260831T000000~DTEND;TZID=Asia/Kuala_Lumpur:20260901T000000 | 2026-08-31",
                "in a quoted zone     | DTSTART;TZID=\"Singapore Standard Time\":20260809T000000~DURATION:P1D | 2026-08-09",
                "in UTC               | DTSTART:20260809T000000Z~DTEND:20260810T000000Z              | 2026-08-09",
                "each year            | DTSTART;VALUE=DATE:20051225~RRULE:FREQ=YEARLY                | 2025-12-25 2026-12-25 2027-12-25 2028-12-25 2029-12-25",
                "until a year         | DTSTART;VALUE=DATE:20241225~RRULE:FREQ=YEARLY;UNTIL=20261225 | 2025-12-25 2026-12-25",
                "until a second       | DTSTART;VALUE=DATE:20241225~RRULE:FREQ=YEARLY;UNTIL=20271231T235959Z | 2025-12-25 2026-12-25 2027-12-25",
                "some times           | DTSTART;VALUE=DATE:20260101~RRULE:FREQ=DAILY;COUNT=3         | 2026-01-01 2026-01-02 2026-01-03",
                "the fourth Thursday  | DTSTART;VALUE=DATE:20251127~RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH | 2025-11-27 2026-11-26 2027-11-25 2028-11-23 2029-11-22",
                "without one of them  | DTSTART;VALUE=DATE:20251225~RRULE:FREQ=YEARLY~EXDATE;VALUE=DATE:20271225 | 2025-12-25 2026-12-25 2028-12-25 2029-12-25",
                "listed days          | DTSTART;VALUE=DATE:20260217~RDATE;VALUE=DATE:20270206,20280126 | 2026-02-17 2027-02-06 2028-01-26",
                "a leap day           | DTSTART;VALUE=DATE:20240229~RRULE:FREQ=YEARLY                | 2028-02-29",
                "recurring two days   | DTSTART;VALUE=DATE:20241231~DTEND;VALUE=DATE:20250102~RRULE:FREQ=YEARLY;COUNT=2 | 2025-01-01 2025-12-31 2026-01-01",
            })
    void a_holiday_is_read_in_every_form(String form, String event, String days) throws Exception {
        CalendarFile file = read(event(event.strip() + "~SUMMARY:Day off"));

        assertThat(file.days().keySet().stream().map(LocalDate::toString).collect(Collectors.joining(" ")))
                .as(form)
                .isEqualTo(days);
        assertThat(file.days()).containsValue("Day off");
        assertThat(file.left()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUMMARY:Never                                      | event 1 (line 5)  | must have a DTSTART",
                "DTSTART;VALUE=DATE:20261340                        | line 6            | but 20261340 is none",
                "DTSTART;VALUE=DATE:20270231                        | line 6            | must contain days that exist, such as 20260228, but 20270231 is none",
                "DTSTART;VALUE=DATE:20270201~DTEND;VALUE=DATE:20270229 | line 7         | but 20270229 is none",
                "DTSTART;VALUE=DATE:20260217~RDATE;VALUE=DATE:20270206,~ 20280431 | line 8 | but 20280431 is none",
                "DTSTART;VALUE=DATE:20260217~RRULE:FREQ=SOMETIMES   | line 7            | must follow RFC 5545",
                "DTSTART:20260217T090000~DTEND:20260217T170000      | event 1 (line 5)  | must last whole days, but has the time 09:00 in DTSTART",
                "DTSTART:20260217T000000                            | event 1 (line 5)  | must last at least one whole day",
                "DTSTART;VALUE=DATE:20260217~DTEND;VALUE=DATE:20260217 | event 1 (line 5) | must last at least one whole day",
                "DTSTART;VALUE=DATE:20260217~DTEND;VALUE=DATE:20270217 | event 1 (line 5) | must last at most 31 days",
                "DTSTART;VALUE=DATE:20260217~RRULE:FREQ=SECONDLY    | event 1 (line 5)  | must recur by days, weeks, months or years",
                "DTSTART:20260217T000000~DURATION:P1D~RRULE:FREQ=YEARLY | event 1 (line 5) | must begin on a day",
                "DTSTART;VALUE=DATE:00010101~RRULE:FREQ=DAILY       | event 1 (line 5)  | must not begin before 1970-01-01",
                "DTSTART;VALUE=DATE:20250101~RRULE:FREQ=DAILY       | file              | must have at most 250 days from 2025-01-01 to 2029-12-31",
            })
    void a_bad_event_is_named_with_its_line(String event, String where, String reason) {
        UnreadableCalendarException refused = refused("X-WR-CALNAME:Ours\r\n" + event(event.strip()));

        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(where.strip());
            assertThat(error.message()).contains(reason.strip());
        });
    }

    @Test
    void every_bad_event_is_named() {
        UnreadableCalendarException refused = refused(event("SUMMARY:One")
                + event("DTSTART;VALUE=DATE:20260217~SUMMARY:Two")
                + event("DTSTART;VALUE=DATE:20260217~RRULE:FREQ=HOURLY~SUMMARY:Three"));

        assertThat(refused.errors())
                .extracting(error -> error.field())
                .containsExactly("event 1 (line 4)", "event 3 (line 11)");
    }

    @Test
    void files_that_are_no_calendars_are_refused() {
        assertThat(reason("hello\r\n".getBytes(UTF_8))).contains("at least one event");
        assertThat(reason(new byte[0])).contains("at least one event");
        assertThat(reason("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:\u00e9t\u00e9".getBytes(ISO_8859_1)))
                .contains("encoded in UTF-8");
        assertThat(reason("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260101\r\n"
                        .getBytes(UTF_8)))
                .contains("RFC 5545");
        String many = IntStream.rangeClosed(0, CalendarFile.MAX_EVENTS)
                .mapToObj(i -> event("DTSTART;VALUE=DATE:20260101"))
                .collect(Collectors.joining());
        assertThat(refused(many).errors().get(0).message()).isEqualTo("must have at most 1000 events");
    }

    @Test
    void an_event_that_replaces_an_occurrence_moves_it_and_a_cancelled_one_counts_nothing() throws Exception {
        CalendarFile file = read(event("UID:x~DTSTART;VALUE=DATE:20251225~RRULE:FREQ=YEARLY;COUNT=2~SUMMARY:Christmas")
                + event(
                        "UID:x~RECURRENCE-ID;VALUE=DATE:20261225~DTSTART;VALUE=DATE:20261228~SUMMARY:Christmas (substitute)")
                + event("UID:y~STATUS:CANCELLED~DTSTART;VALUE=DATE:20260301~SUMMARY:Cancelled")
                + event("UID:z~DTSTART;VALUE=DATE:19990101~SUMMARY:Long ago"));

        assertThat(file.days()).hasToString("{2025-12-25=Christmas, 2026-12-28=Christmas (substitute)}");
        assertThat(file.left()).isEqualTo(2);
    }

    @Test
    void a_time_zone_in_the_file_is_left_out_and_loads_nothing() throws Exception {
        String zone =
                """
                BEGIN:VTIMEZONE
                TZID:Mars
                TZURL:http://169.254.169.254/latest
                BEGIN:STANDARD
                DTSTART:19700101T000000
                TZOFFSETFROM:+0800
                TZOFFSETTO:+0800
                END:STANDARD
                END:VTIMEZONE
                """;

        CalendarFile file =
                read(zone + event("DTSTART;TZID=Mars:20260217T000000~DTEND;TZID=Mars:20260218T000000~SUMMARY:CNY"));

        assertThat(file.days()).containsOnlyKeys(LocalDate.of(2026, 2, 17));
        assertThat(refused(zone + event("SUMMARY:No date")).errors().get(0).field())
                .isEqualTo("event 1 (line 13)");
    }

    @Test
    void names_are_unescaped_unfolded_and_cut_and_line_ends_may_be_those_of_unix() throws Exception {
        String text = ("\uFEFFBEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
                        + event("DTSTART;VALUE=DATE:20260922~SUMMARY:国民の休日")
                        + event("DTSTART;VALUE=DATE:20260525~SUMMARY:Vesak\\, the day~  of the Buddha")
                        + event("DTSTART;VALUE=DATE:20260601~SUMMARY:" + "x".repeat(100))
                        + "END:VCALENDAR\r\n\r\n")
                .replace("\r\n", "\n");

        CalendarFile file = CalendarFile.read(text.getBytes(UTF_8), FROM, TO);

        assertThat(file.days())
                .containsEntry(LocalDate.of(2026, 9, 22), "国民の休日")
                .containsEntry(LocalDate.of(2026, 5, 25), "Vesak, the day of the Buddha")
                .containsEntry(LocalDate.of(2026, 6, 1), "x".repeat(40));
    }

    private static String event(String lines) {
        return "BEGIN:VEVENT\r\n" + lines.replace("~", "\r\n") + "\r\nEND:VEVENT\r\n";
    }

    private static byte[] file(String content) {
        return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Government//Holidays//EN\r\n" + content
                        + "END:VCALENDAR\r\n")
                .getBytes(UTF_8);
    }

    private static CalendarFile read(String content) throws UnreadableCalendarException {
        return CalendarFile.read(file(content), FROM, TO);
    }

    private static UnreadableCalendarException refused(String content) {
        return catchThrowableOfType(UnreadableCalendarException.class, () -> read(content));
    }

    private static String reason(byte[] file) {
        return catchThrowableOfType(UnreadableCalendarException.class, () -> CalendarFile.read(file, FROM, TO))
                .errors()
                .get(0)
                .message();
    }
}
