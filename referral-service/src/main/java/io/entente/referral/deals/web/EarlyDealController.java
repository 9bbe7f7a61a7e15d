package io.entente.referral.deals.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.CsvExport;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.ShownDeals;
import io.entente.referral.deals.lists.EarlyDealFilter;
import io.entente.referral.deals.lists.EarlyDeals;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.view.DealView;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/deals/closed-before-submission}: deals that a person should look at. */
@AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS})
@NeedsRight(ownSuffices = true)
@RestController
class EarlyDealController {

    private static final CsvExport<Deal> EXPORT = new CsvExport<>(
            "closed-before-submission.csv",
            List.of("dealId", "referralId", "partnerId", "amount", "currency", "closedOn", "recordedAt"),
            (deal, csv) -> csv.row(
                    deal.dealId(),
                    deal.referralId().value(),
                    deal.partnerId(),
                    deal.amount(),
                    deal.amount().getCurrencyUnit().getCode(),
                    deal.closedOn(),
                    deal.recordedAt()));

    private final EarlyDeals deals;
    private final Referrals referrals;

    EarlyDealController(EarlyDeals deals, Referrals referrals) {
        this.deals = deals;
        this.referrals = referrals;
    }

    /**
     * A deal that closed before its referral was submitted.
     *
     * @param deal the deal as its referral shows it
     */
    record EarlyDealView(String referralId, String partnerId, DealView deal) {

        static EarlyDealView of(Deal deal, Actor reader) {
            return new EarlyDealView(deal.referralId().value(), deal.partnerId(), ShownDeals.view(deal, reader));
        }
    }

    /**
     * Lists the deals that closed before their referral was submitted. They earn commission like others, until somebody reverses or
     * corrects them. Without an order, the deal that was recorded first comes first. A partner gets its own deals. Of a member who
     * sees its own referrals only, a page can have fewer entries than were asked for.
     *
     * @param q words of the service, if the deal names one, or the id of the deal or of its referral, without regard to case and
     *     accents. The last word may be incomplete from three characters on
     * @param from only deals that were recorded at this time or later
     * @param to only deals that were recorded before this time
     */
    @GetMapping("/api/deals/closed-before-submission")
    Page<EarlyDealView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            Tenant tenant,
            Actor reader,
            PageRequest page,
            @SortedBy(EarlyDealFilter.RECORDED) SortOrder sort) {
        return early(filter(q, from, to, tenant, sort), tenant, page).map(deal -> EarlyDealView.of(deal, reader));
    }

    /**
     * Exports the list as CSV, with the same filters and in the same order.
     *
     * @param q words of the service, or the id of the deal or of its referral
     * @param from only deals that were recorded at this time or later
     * @param to only deals that were recorded before this time
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/api/deals/closed-before-submission/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            Tenant tenant,
            @SortedBy(EarlyDealFilter.RECORDED) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        EarlyDealFilter filter = filter(q, from, to, tenant, sort);
        EXPORT.write(response, bom, page -> early(filter, tenant, page));
    }

    private Page<Deal> early(EarlyDealFilter filter, Tenant tenant, PageRequest page) {
        Page<Deal> found = deals.list(filter, page);
        String author = tenant.author();
        if (author == null) {
            return found;
        }
        Set<ReferralId> own = referrals.submittedBy(
                author, found.items().stream().map(Deal::referralId).collect(Collectors.toSet()));
        return new Page<>(
                found.items().stream()
                        .filter(deal -> own.contains(deal.referralId()))
                        .toList(),
                found.next());
    }

    private static EarlyDealFilter filter(
            @Nullable String q, @Nullable Instant from, @Nullable Instant to, Tenant tenant, SortOrder sort) {
        return new EarlyDealFilter(SearchText.of(q).orElse(null), tenant.partnerId(), from, to, sort);
    }
}
