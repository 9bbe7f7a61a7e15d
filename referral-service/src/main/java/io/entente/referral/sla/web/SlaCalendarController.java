package io.entente.referral.sla.web;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import io.entente.referral.sla.SlaPolicies;
import io.entente.referral.sla.calendar.BusinessCalendar;
import io.entente.referral.sla.calendar.EnteredHolidays;
import io.entente.referral.sla.calendar.Holidays;
import io.entente.referral.sla.follow.Followings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/sla/calendars}: the versions of the calendars that say when the firm works. */
@RestController
@RequestMapping("/api/sla/calendars")
class SlaCalendarController {

    private final SlaPolicies policies;
    private final Holidays holidays;
    private final Followings followings;
    private final Clock clock;

    SlaCalendarController(SlaPolicies policies, Holidays holidays, Followings followings, Clock clock) {
        this.policies = policies;
        this.holidays = holidays;
        this.followings = followings;
        this.clock = clock;
    }

    /**
     * Stores a business calendar: working hours, weekends and public holidays. Content that differs from the latest
     * version becomes the next version (201); equal content changes nothing (200). Holidays that were entered stay. New clocks start
     * with the new version; whether running ones follow it, runningClocks says.
     */
    @AllowedTo(roles = {Role.OPS, Role.ADMIN})
    @PutMapping("/{code}")
    ResponseEntity<CalendarView> put(@PathVariable String code, @RequestBody CalendarRequest request, IfMatch ifMatch) {
        BookAnswers.checkCode(code);
        BusinessCalendar calendar = request.toCalendar(code, holidays);
        return BookAnswers.put(
                policies,
                book -> {
                    Optional<BusinessCalendar> newest = book.newestCalendar(code);
                    ifMatch.check(newest.map(BusinessCalendar::version).orElse(0));
                    return book.put(
                            calendar.with(newest.map(BusinessCalendar::entered).orElse(EnteredHolidays.NONE))
                                    .changedAt(now()));
                },
                this::view);
    }

    /** Returns the latest version of a business calendar. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
    @GetMapping("/{code}")
    CalendarView get(@PathVariable String code) {
        return policies.latest()
                .newestCalendar(code)
                .map(this::view)
                .orElseThrow(() -> new NotFoundException("calendar", code));
    }

    /** Lists the latest version of each business calendar in the order of their codes. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
    @GetMapping
    Page<CalendarView> list(PageRequest page) {
        String after = page.after();
        List<BusinessCalendar> found = policies.latest().newestCalendars().stream()
                .filter(calendar -> after == null || calendar.code().compareTo(after) > 0)
                .limit(page.fetch())
                .toList();
        return Page.of(found, page, BusinessCalendar::code).map(this::view);
    }

    private CalendarView view(BusinessCalendar calendar) {
        return CalendarView.of(calendar, holidays, followings.find(calendar.code()));
    }

    /** Truncated to the precision of the store. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
