package io.entente.partner.programhealth.web;

import io.entente.partner.programhealth.MeasureHealth;
import io.entente.partner.scorecards.ReportPeriod;
import io.entente.platform.domain.FieldError;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.InvalidInputException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/program-health}: how well the program does. */
@AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN})
@RestController
@RequestMapping("/api/program-health")
class ProgramHealthController {

    private final MeasureHealth measure;
    private final ZoneId zone;
    private final Clock clock;

    ProgramHealthController(
            MeasureHealth measure, @Value("${entente.program.time-zone:UTC}") ZoneId zone, Clock clock) {
        this.measure = measure;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Returns how well the program does in a period. It has partners gained and lost, the quality of referrals, what the program brings and
     * costs by currency, and how long partners stay. A period that isn't over is measured until today.
     *
     * @param period a month, a quarter or a year; without it, the present quarter
     */
    @GetMapping
    ProgramHealthView get(@RequestParam(required = false) @Nullable String period) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        ReportPeriod wanted = ReportPeriod.listed(period, today)
                .orElseThrow(() ->
                        InvalidInputException.malformed(List.of(new FieldError("period", ReportPeriod.LISTED_FAULT))));
        return ProgramHealthView.of(measure.in(wanted, today));
    }
}
