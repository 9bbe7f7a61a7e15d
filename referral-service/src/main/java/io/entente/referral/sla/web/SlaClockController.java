package io.entente.referral.sla.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.web.InvalidInputException;
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

/** {@code /api/sla/clocks} and {@code /api/sla/summary}: what is about to be late, before it is. */
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

    /** Clocks, soonest due first; without a state those that are open. */
    @GetMapping("/clocks")
    Page<ClockView> clocks(
            @RequestParam(required = false) @Nullable SlaState state,
            @RequestParam(required = false) @Nullable SlaKind kind,
            @RequestParam(required = false) @Nullable Instant dueBefore,
            @RequestParam(required = false) @Nullable String owner,
            PageRequest page) {
        List<Entry> found =
                board.find(new Filter(state, kind, dueBefore, owner), ClockCursor.read(page.after()), page.fetch());
        return Page.of(found, page, entry -> ClockCursor.of(entry.position())).map(ClockView::of);
    }

    /**
     * The open clocks, and how promises were kept in a period.
     *
     * @param from 30 days before its end where absent
     * @param to now where absent
     * @param zone whose day "today" is; UTC where absent
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
                    List.of(new FieldError("zone", "must be a time zone, like Europe/Berlin")));
        }
    }
}
