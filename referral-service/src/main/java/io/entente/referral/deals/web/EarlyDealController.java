package io.entente.referral.deals.web;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.access.Tenant;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.Deals;
import io.entente.referral.deals.ShownDeals;
import io.entente.referral.referral.view.DealView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/deals/closed-before-submission}: deals that a person should look at. */
@AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS})
@RestController
class EarlyDealController {

    private final Deals deals;

    EarlyDealController(Deals deals) {
        this.deals = deals;
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
     * commission like others, until somebody reverses or corrects them. A partner gets its own deals.
     */
    @GetMapping("/api/deals/closed-before-submission")
    Page<EarlyDealView> list(Tenant tenant, PageRequest page) {
        return deals.closedBeforeSubmission(tenant.partnerId(), page).map(EarlyDealView::of);
    }
}
