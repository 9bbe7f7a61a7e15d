package io.entente.referral.referral.web;

import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.lists.ReferralFilter;
import io.entente.referral.referral.lists.ReferralList;
import io.entente.referral.referral.lists.ReferralsCsv;
import io.entente.referral.referral.view.ReferralView;
import io.entente.referral.referral.view.ReferralViews;
import io.entente.referral.sla.Owners;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/referrals}: searches, filters, sorts and exports referrals. A partner gets its own. */
@AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS})
@NeedsRight(ownSuffices = true)
@RestController
@RequestMapping("/api/referrals")
class ReferralListController {

    private final ReferralList referrals;
    private final ReferralViews views;

    ReferralListController(ReferralList referrals, ReferralViews views) {
        this.referrals = referrals;
        this.views = views;
    }

    /**
     * Lists referrals. A partner gets its own referrals. Without an order, the list begins with the referral that was submitted
     * first. A referral without a due date comes last in ascending order, and one without an expected value comes first. A deal that was
     * imported as won has the value of its amount.
     *
     * @param q words of the client's name or domain, the service or the texts, without regard to case and accents. The last word
     *     may be incomplete from three characters on. Names, addresses and phone numbers of the client's contact aren't searched
     * @param status only referrals with one of these statuses; send the parameter once for each
     * @param direction only referrals in this direction
     * @param from only referrals that were submitted at this instant or later
     * @param to only referrals that were submitted before this instant
     * @param service only referrals for this service, without regard to case and accents
     * @param owner only referrals with an open promise that this owner has to keep, such as role:ops; role: can be left out
     * @param importWaits true for referrals only whose imported stage waits for a person, because another partner has the client
     */
    @AuditedRead
    @GetMapping
    Page<ReferralView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<ReferralStatus> status,
            Tenant tenant,
            @RequestParam(required = false) @Nullable Direction direction,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(defaultValue = "false") boolean importWaits,
            PageRequest page,
            @SortedBy({ReferralFilter.SUBMITTED, ReferralFilter.UPDATED, ReferralFilter.DUE, ReferralFilter.VALUE})
                    SortOrder sort,
            Actor actor) {
        ReferralFilter filter = filter(q, status, tenant, direction, from, to, service, owner, importWaits, sort);
        return referrals.list(filter, page).map(referral -> views.of(referral, actor));
    }

    /**
     * Exports the list as CSV, with the same filters and in the same order. It names the client's organisation and no contact.
     *
     * @param q words of the client's name or domain, the service or the texts
     * @param status only referrals with one of these statuses; send the parameter once for each
     * @param direction only referrals in this direction
     * @param from only referrals that were submitted at this instant or later
     * @param to only referrals that were submitted before this instant
     * @param service only referrals for this service
     * @param owner only referrals with an open promise that this owner has to keep
     * @param importWaits true for referrals only whose imported stage waits for a person, because another partner has the client
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<ReferralStatus> status,
            Tenant tenant,
            @RequestParam(required = false) @Nullable Direction direction,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(defaultValue = "false") boolean importWaits,
            @SortedBy({ReferralFilter.SUBMITTED, ReferralFilter.UPDATED, ReferralFilter.DUE, ReferralFilter.VALUE})
                    SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        ReferralFilter filter = filter(q, status, tenant, direction, from, to, service, owner, importWaits, sort);
        Download.csv("referrals.csv").withByteOrderMark(bom).writeTo(response, out -> {
            ReferralsCsv csv = new ReferralsCsv(out);
            AllPages.read(
                    page -> referrals.list(filter, page), referral -> csv.add(views.withoutDeals(referral, actor)));
            csv.flush();
        });
    }

    private static ReferralFilter filter(
            @Nullable String q,
            @Nullable List<ReferralStatus> status,
            Tenant tenant,
            @Nullable Direction direction,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String service,
            @Nullable String owner,
            boolean importWaits,
            SortOrder sort) {
        List<FieldError> faults = Owners.faults(owner);
        if (!faults.isEmpty()) {
            throw InvalidInputException.malformed(faults);
        }
        return new ReferralFilter(
                SearchText.of(q).orElse(null),
                status == null ? List.of() : status,
                tenant.partnerId(),
                direction,
                from,
                to,
                service,
                owner,
                // A partner must not learn from the list that another one has its client.
                importWaits && !tenant.byPartner(),
                tenant.author(),
                sort);
    }
}
