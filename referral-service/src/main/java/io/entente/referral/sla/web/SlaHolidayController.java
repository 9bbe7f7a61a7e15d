package io.entente.referral.sla.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.BodyTooLargeException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.referral.sla.PolicyRef;
import io.entente.referral.sla.SlaBoard;
import io.entente.referral.sla.SlaBoard.MovedReferral;
import io.entente.referral.sla.SlaBookDecision;
import io.entente.referral.sla.SlaPolicies;
import io.entente.referral.sla.SlaPolicyBook;
import io.entente.referral.sla.calendar.BusinessCalendar;
import io.entente.referral.sla.calendar.EnteredHolidays;
import io.entente.referral.sla.ical.CalendarFile;
import io.entente.referral.sla.ical.UnreadableCalendarException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/sla/calendars/{code}/holidays}: holidays from iCalendar files, and the clocks that they have moved. */
@RestController
@RequestMapping("/api/sla/calendars/{code}")
class SlaHolidayController {

    /** Rules are followed for this many years after the present one. */
    private static final int YEARS_AHEAD = 5;

    private static final int DECEMBER_DAYS = 31;

    private final SlaPolicies policies;
    private final SlaBoard board;
    private final Clock clock;

    SlaHolidayController(SlaPolicies policies, SlaBoard board, Clock clock) {
        this.policies = policies;
        this.board = board;
        this.clock = clock;
    }

    /**
     * Enters the holidays of an iCalendar file (RFC 5545). Holidays that differ from those of the latest version of the calendar
     * become its next version (201); the same ones change nothing (200). Every event must last whole days; it may last several days
     * and may recur. If the calendar says that running clocks follow it, they keep their remaining working time.
     *
     * @param code the calendar's code
     * @param mode ADD if the days are holidays as well, which is the default; REPLACE if they are the only holidays in their years
     */
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            description = "An iCalendar file in UTF-8 of at most 1 MiB",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string")))
    @AllowedTo(roles = {Role.OPS, Role.ADMIN})
    @PutMapping(path = "/holidays", consumes = "text/calendar")
    ResponseEntity<HolidaysView> enter(
            @PathVariable String code,
            @RequestParam(defaultValue = "ADD") EnteredHolidays.Mode mode,
            IfMatch ifMatch,
            HttpServletRequest request)
            throws IOException {
        LocalDate from = LocalDate.now(clock).minusYears(1).withDayOfYear(1);
        CalendarFile file = read(request, from);
        return BookAnswers.put(
                policies,
                book -> {
                    BusinessCalendar newest = newest(book, code);
                    ifMatch.check(newest.version());
                    return entered(book, newest, file, mode, from);
                },
                calendar -> HolidaysView.of(calendar, mode, file));
    }

    private SlaBookDecision<BusinessCalendar> entered(
            SlaPolicyBook book,
            BusinessCalendar calendar,
            CalendarFile file,
            EnteredHolidays.Mode mode,
            LocalDate from) {
        EnteredHolidays all = calendar.entered().with(file.days(), mode, from);
        if (all.days().size() > EnteredHolidays.MAX_DAYS) {
            return new SlaBookDecision.Refused<>(
                    "file",
                    "must leave the calendar with at most %d entered holidays, but it would have %d"
                            .formatted(EnteredHolidays.MAX_DAYS, all.days().size()));
        }
        return book.put(calendar.with(all).changedAt(Instant.ofEpochMilli(clock.millis())));
    }

    private static CalendarFile read(HttpServletRequest request, LocalDate from) throws IOException {
        byte[] body = request.getInputStream().readNBytes(CalendarFile.MAX_BYTES + 1);
        if (body.length > CalendarFile.MAX_BYTES) {
            throw new BodyTooLargeException(CalendarFile.MAX_BYTES);
        }
        LocalDate to = LocalDate.of(from.getYear() + 1 + YEARS_AHEAD, Month.DECEMBER, DECEMBER_DAYS);
        try {
            return CalendarFile.read(body, from, to);
        } catch (UnreadableCalendarException unreadable) {
            throw InvalidInputException.malformed(unreadable.errors());
        }
    }

    /**
     * Lists the referrals whose promises are due at another time since a calendar changed, in the order of their ids. While running
     * clocks still follow the calendar, the list grows; the calendar shows how far they are.
     *
     * @param code the calendar's code
     * @param version the version that they followed; the latest if it is missing
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
    @GetMapping("/moved-clocks")
    Page<MovedView> moved(
            @PathVariable String code, @RequestParam(required = false) @Nullable Integer version, PageRequest page) {
        int newest = newest(policies.latest(), code).version();
        if (version != null && (version < 1 || version > newest)) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("version", "must be a version of the calendar, from 1 to " + newest)));
        }
        PolicyRef calendar = new PolicyRef(code, version == null ? newest : version);
        List<MovedReferral> found = board.movedBy(calendar, page.after(), page.fetch());
        return Page.of(found, page, MovedReferral::referralId).map(MovedView::of);
    }

    private static BusinessCalendar newest(SlaPolicyBook book, String code) {
        return book.newestCalendar(code).orElseThrow(() -> new NotFoundException("calendar", code));
    }
}
