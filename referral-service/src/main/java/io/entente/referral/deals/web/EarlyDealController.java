package io.entente.referral.deals.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.web.OwnData;
import io.entente.platform.web.access.OpenToOutsiders;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.Deals;
import io.entente.referral.deals.ShownDeals;
import io.entente.referral.referral.view.DealView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/deals/closed-before-submission}: deals that a person should look at. */
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
     *
     * @param partnerId only deals of this partner
     */
    @OpenToOutsiders
    @GetMapping("/api/deals/closed-before-submission")
    Page<EarlyDealView> list(
            @RequestParam(required = false) @Nullable String partnerId, PageRequest page, Actor actor) {
        return deals.closedBeforeSubmission(OwnData.partner(partnerId, actor), page)
                .map(EarlyDealView::of);
    }
}
