package io.entente.referral.sla.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.web.InvalidInputException;
import io.entente.referral.sla.Owners;
import io.entente.referral.sla.SlaBoard;
import io.entente.referral.sla.SlaBoard.Entry;
import io.entente.referral.sla.SlaBoard.Filter;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/sla/clocks} and {@code /api/sla/summary}: shows which clocks are due next and how promises are kept. */
@RestController
@RequestMapping("/api/sla")
class SlaClockController {

    private static final Duration DEFAULT_PERIOD = Duration.ofDays(30);
    private static final Duration LONGEST_PERIOD = Duration.ofDays(366);

    private final SlaBoard board;
    private final Clock clock;

    SlaClockController(SlaBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    /**
     * Lists SLA clocks, soonest due first.
     *
     * @param state only clocks in this state; open clocks if it is missing
     * @param kind only clocks of this kind
     * @param dueBefore only clocks that are due before this instant
     * @param owner only clocks of this owner: a role such as account-manager, with or without role:, a partner such as
     *     partner:par_01k2m8zq4v, or a person such as user:u-17 to whom it was escalated
     */
    @GetMapping("/clocks")
    Page<ClockView> clocks(
            @RequestParam(required = false) @Nullable SlaState state,
            @RequestParam(required = false) @Nullable SlaKind kind,
            @RequestParam(required = false) @Nullable Instant dueBefore,
            @RequestParam(required = false) @Nullable String owner,
            PageRequest page) {
        List<Entry> found = board.find(
                new Filter(state, kind, dueBefore, owner == null ? null : Owners.named(owner)),
                ClockCursor.read(page.after()),
                page.fetch());
        return Page.of(found, page, entry -> ClockCursor.of(entry.position())).map(ClockView::of);
    }

    /**
     * Returns how promises are kept: the open clocks now, and the clocks that were met or breached in a period.
     *
     * @param from the start of the period; 30 days before its end if it is missing
     * @param to the end of the period; now if it is missing
     * @param zone the time zone that decides which clocks are due today
     */
    @GetMapping("/summary")
    SummaryView summary(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false, defaultValue = "UTC") String zone) {
        Instant now = clock.instant();
        Instant end = to == null ? now : to;
        Instant start = from == null ? end.minus(DEFAULT_PERIOD) : from;
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST_PERIOD) > 0) {
            throw InvalidInputException.malformed(List.of(new FieldError(
                    "from", "must be before to, by at most %d days".formatted(LONGEST_PERIOD.toDays()))));
        }
        return SummaryView.of(
                board.countDue(now, endOfToday(now, zone)), board.openCounts(), start, end, board.account(start, end));
    }

    private static Instant endOfToday(Instant now, String zone) {
        try {
            ZoneId id = ZoneId.of(zone);
            return LocalDate.ofInstant(now, id).plusDays(1).atStartOfDay(id).toInstant();
        } catch (DateTimeException e) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("zone", "must be a time zone such as Europe/Berlin")));
        }
    }
}
