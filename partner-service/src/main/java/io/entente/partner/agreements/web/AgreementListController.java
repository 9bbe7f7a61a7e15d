package io.entente.partner.agreements.web;

import io.entente.partner.agreements.AgreementFilter;
import io.entente.partner.agreements.AgreementStatus;
import io.entente.partner.agreements.Agreements;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

/** {@code GET /api/agreements}: searches, filters, sorts and exports agreements. */
@AllowedTo(
        roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
        scopes = Scope.PARTNERS_READ)
@NeedsRight(oneOf = {"SEE_COMMISSIONS", "ACCEPT_AGREEMENT"})
@RestController
@RequestMapping("/api/agreements")
class AgreementListController {

    private final Agreements agreements;
    private final ZoneId zone;
    private final Clock clock;

    AgreementListController(
            Agreements agreements, @Value("${entente.program.time-zone:UTC}") ZoneId zone, Clock clock) {
        this.agreements = agreements;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Lists agreements. A partner gets its own, from the first proposal on. Without an order, the list begins with the agreement that
     * was drafted first.
     *
     * @param q words of the title, without regard to case and accents. The last word may be incomplete from three characters on
     * @param status only agreements with one of these statuses
     * @param plan only agreements whose latest version names this commission plan. For a partner it is the latest one that it sees
     * @param contradicts only agreements that promise what the commission plans don't pay, or only those that don't; for the firm
     */
    @GetMapping
    Page<AgreementSummary> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<AgreementStatus> status,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable Boolean contradicts,
            PageRequest page,
            @SortedBy({AgreementFilter.DRAFTED, AgreementFilter.ENDS, AgreementFilter.TITLE}) SortOrder sort,
            Tenant tenant) {
        LocalDate today = today();
        return agreements
                .list(filter(q, status, plan, contradicts, sort, tenant), page)
                .map(each -> AgreementSummary.of(each, today, tenant.byPartner()));
    }

    /**
     * Exports the list as CSV, with the same filters and in the same order.
     *
     * @param q words of the title
     * @param status only agreements with one of these statuses
     * @param plan only agreements whose latest version names this commission plan. For a partner it is the latest one that it sees
     * @param contradicts only agreements that promise what the commission plans don't pay, or only those that don't; for the firm
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<AgreementStatus> status,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable Boolean contradicts,
            @SortedBy({AgreementFilter.DRAFTED, AgreementFilter.ENDS, AgreementFilter.TITLE}) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            Tenant tenant,
            HttpServletResponse response)
            throws IOException {
        AgreementFilter filter = filter(q, status, plan, contradicts, sort, tenant);
        LocalDate today = today();
        Download.csv("agreements.csv").withByteOrderMark(bom).writeTo(response, out -> {
            AgreementsCsv csv = new AgreementsCsv(out);
            AllPages.read(
                    page -> agreements.list(filter, page),
                    each -> csv.add(AgreementSummary.of(each, today, tenant.byPartner())));
            csv.flush();
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static AgreementFilter filter(
            @Nullable String q,
            @Nullable List<AgreementStatus> status,
            @Nullable String plan,
            @Nullable Boolean contradicts,
            SortOrder sort,
            Tenant tenant) {
        if (tenant.byPartner() && contradicts != null) {
            throw InvalidInputException.malformed(List.of(
                    new FieldError("contradicts", "must be left out, because only the firm compares with plans")));
        }
        return new AgreementFilter(
                SearchText.of(q).orElse(null),
                status == null ? List.of() : status,
                tenant.partnerId(),
                plan,
                contradicts,
                tenant.byPartner(),
                sort);
    }
}
