package io.entente.referral.deals.web;

import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.Deals;
import io.entente.referral.deals.ShownDeals;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.view.DealView;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/deals/closed-before-submission}: deals that a person should look at. */
@AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS})
@NeedsRight(ownSuffices = true)
@RestController
class EarlyDealController {

    private static final List<String> COLUMNS =
            List.of("dealId", "referralId", "partnerId", "amount", "currency", "closedOn", "recordedAt", "reversedOn");

    private final Deals deals;
    private final Referrals referrals;

    EarlyDealController(Deals deals, Referrals referrals) {
        this.deals = deals;
        this.referrals = referrals;
    }

    /**
     * A deal that closed before its referral was submitted.
     *
     * @param deal the deal as its referral shows it
     */
    record EarlyDealView(String referralId, String partnerId, DealView deal) {

        static EarlyDealView of(Deal deal) {
            return new EarlyDealView(deal.referralId().value(), deal.partnerId(), ShownDeals.view(deal));
        }
    }

    /**
     * Lists the deals that closed before their referral was submitted, in the order in which they were recorded. They earn
     * commission like others, until somebody reverses or corrects them. A partner gets its own deals. Of a member who sees its own referrals only, a page
     * can have fewer entries than were asked for.
     */
    @GetMapping("/api/deals/closed-before-submission")
    Page<EarlyDealView> list(Tenant tenant, PageRequest page) {
        return early(tenant, page).map(EarlyDealView::of);
    }

    /**
     * Exports the list as CSV, in the same order.
     *
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/api/deals/closed-before-submission/export")
    void export(Tenant tenant, @RequestParam(defaultValue = "false") boolean bom, HttpServletResponse response)
            throws IOException {
        Download.csv("closed-before-submission.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(
                    page -> early(tenant, page),
                    deal -> csv.row(
                            deal.dealId(),
                            deal.referralId().value(),
                            deal.partnerId(),
                            deal.amount(),
                            deal.amount().getCurrencyUnit().getCode(),
                            deal.closedOn(),
                            deal.recordedAt(),
                            deal.reversal() == null ? null : deal.reversal().reversedOn()));
            csv.flush();
        });
    }

    private Page<Deal> early(Tenant tenant, PageRequest page) {
        Page<Deal> found = deals.closedBeforeSubmission(tenant.partnerId(), page);
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
}
