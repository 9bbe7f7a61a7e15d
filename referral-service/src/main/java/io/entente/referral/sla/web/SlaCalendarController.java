package io.entente.referral.sla.web;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import io.entente.referral.sla.SlaPolicies;
import io.entente.referral.sla.calendar.BusinessCalendar;
import io.entente.referral.sla.calendar.Holidays;
import java.util.List;
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

    SlaCalendarController(SlaPolicies policies, Holidays holidays) {
        this.policies = policies;
        this.holidays = holidays;
    }

    /**
     * Stores a business calendar: working hours, weekends and public holidays. Content that differs from the latest
     * version becomes the next version (201); equal content changes nothing (200).
     */
    @PutMapping("/{code}")
    ResponseEntity<CalendarView> put(@PathVariable String code, @RequestBody CalendarRequest request, IfMatch ifMatch) {
        BookAnswers.checkCode(code);
        BusinessCalendar calendar = request.toCalendar(code, holidays);
        return BookAnswers.put(
                policies,
                book -> {
                    ifMatch.check(book.newestCalendar(code)
                            .map(BusinessCalendar::version)
                            .orElse(0));
                    return book.put(calendar);
                },
                CalendarView::of);
    }

    /** Returns the latest version of a business calendar. */
    @GetMapping("/{code}")
    CalendarView get(@PathVariable String code) {
        return policies.latest()
                .newestCalendar(code)
                .map(CalendarView::of)
                .orElseThrow(() -> new NotFoundException("calendar", code));
    }

    /** Lists the latest version of each business calendar in the order of their codes. */
    @GetMapping
    Page<CalendarView> list(PageRequest page) {
        String after = page.after();
        List<BusinessCalendar> found = policies.latest().newestCalendars().stream()
                .filter(calendar -> after == null || calendar.code().compareTo(after) > 0)
                .limit(page.fetch())
                .toList();
        return Page.of(found, page, BusinessCalendar::code).map(CalendarView::of);
    }
}
