package io.entente.referral.sla.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.InvalidInputException;
import io.entente.referral.sla.SlaBoard;
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

/** {@code /api/sla/summary}: shows how promises are kept. */
@AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
@RestController
@RequestMapping("/api/sla")
class SlaSummaryController {

    private static final Duration DEFAULT_PERIOD = Duration.ofDays(30);
    private static final Duration LONGEST_PERIOD = Duration.ofDays(366);

    private final SlaBoard board;
    private final Clock clock;

    SlaSummaryController(SlaBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
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
