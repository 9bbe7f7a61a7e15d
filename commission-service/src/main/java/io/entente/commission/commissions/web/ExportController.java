package io.entente.commission.commissions.web;

import io.entente.commission.commissions.Commissions;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/commissions/export?period=}: all commissions that began in a period, in their current state, as
 * CSV for finance's systems. The answer is written in blocks while they are read, so memory does not depend on its
 * size.
 */
@AllowedTo(roles = Role.FINANCE, scopes = Scope.COMMISSION_READ)
@RestController
class ExportController {

    private final Commissions commissions;
    private final ZoneId zone;

    ExportController(Commissions commissions, @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        this.commissions = commissions;
        this.zone = zone;
    }

    /**
     * Exports all commissions that began in a period, as CSV. Each line has the commission as it stands now.
     *
     * @param period a year, a quarter or a month, such as 2026, 2026-Q2 or 2026-04
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/api/commissions/export")
    void export(
            @RequestParam(required = false) String period,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        ExportPeriod within = ExportPeriod.parse(period);
        Download.csv("commissions-" + within.name() + ".csv")
                .withByteOrderMark(bom)
                .writeTo(
                        response, out -> CommissionsCsv.write(commissions, within.from(zone), within.until(zone), out));
    }
}
