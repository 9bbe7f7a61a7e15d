package io.entente.referral.attribution.web;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import io.entente.referral.attribution.conflicts.CaseStatus;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.attribution.conflicts.ConflictFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/conflicts}: searches, filters, sorts and exports conflicts. A partner gets those that it is a party to. */
@AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
@NeedsRight(ownSuffices = true)
@RestController
@RequestMapping("/api/conflicts")
class ConflictListController {

    private final ConflictCases cases;
    private final OwnConflicts own;

    ConflictListController(ConflictCases cases, OwnConflicts own) {
        this.cases = cases;
        this.own = own;
    }

    /**
     * Lists conflicts between referrals of the same client. A partner gets the conflicts that its own referrals take
     * part in. Of a member who sees its own referrals only, a page can have fewer entries than were asked for. Without an order, the list
     * begins with the conflict that began first.
     *
     * @param q words of the clients' names and domains, without regard to case and accents. The last word may be
     *     incomplete from three characters on. A partner finds by the client of its own referral only
     * @param status only conflicts with one of these statuses; send the parameter once for each
     */
    @GetMapping
    Page<ConflictView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<CaseStatus> status,
            Tenant tenant,
            PageRequest page,
            @SortedBy({ConflictFilter.OPENED, ConflictFilter.UPDATED}) SortOrder sort) {
        ConflictFilter filter = filter(q, status, tenant, sort);
        return own.of(tenant, cases.list(filter, page)).map(conflict -> ConflictView.of(conflict, filter.reader()));
    }

    /**
     * Exports the list as CSV, with the same filters and in the same order.
     *
     * @param q words of the clients' names and domains
     * @param status only conflicts with one of these statuses; send the parameter once for each
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<CaseStatus> status,
            Tenant tenant,
            @SortedBy({ConflictFilter.OPENED, ConflictFilter.UPDATED}) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        ConflictFilter filter = filter(q, status, tenant, sort);
        Download.csv("conflicts.csv").withByteOrderMark(bom).writeTo(response, out -> {
            ConflictsCsv csv = new ConflictsCsv(out);
            AllPages.read(
                    page -> own.of(tenant, cases.list(filter, page)),
                    conflict -> csv.add(ConflictView.of(conflict, filter.reader())));
            csv.flush();
        });
    }

    private static ConflictFilter filter(
            @Nullable String q, @Nullable List<CaseStatus> status, Tenant tenant, SortOrder sort) {
        String reader = tenant.byPartner() ? tenant.partnerId() : null;
        return new ConflictFilter(
                SearchText.of(q).orElse(null),
                status == null ? List.of() : status,
                // To filter by the other partner would tell a partner who that is.
                reader == null ? tenant.partnerId() : null,
                reader,
                sort);
    }
}
