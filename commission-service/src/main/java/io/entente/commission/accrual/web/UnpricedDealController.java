package io.entente.commission.accrual.web;

import io.entente.commission.accrual.PriceUnpricedDeals;
import io.entente.commission.accrual.PriceUnpricedDeals.Result;
import io.entente.commission.accrual.unpriced.UnpricedDeal;
import io.entente.commission.accrual.unpriced.UnpricedDeals;
import io.entente.commission.accrual.unpriced.UnpricedDeals.Wanted;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.constraints.CalendarDay;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/unpriced-deals}: deals that no plan covers, and the command that prices them after the gap was mended. */
@RestController
@RequestMapping("/api/unpriced-deals")
class UnpricedDealController {

    private static final List<String> COLUMNS = List.of(
            "closedOn",
            "partnerId",
            "dealId",
            "referralId",
            "clientKey",
            "client",
            "currency",
            "amount",
            "reason",
            "commissionId");

    private final UnpricedDeals unpriced;
    private final PriceUnpricedDeals pricing;

    UnpricedDealController(UnpricedDeals unpriced, PriceUnpricedDeals pricing) {
        this.unpriced = unpriced;
        this.pricing = pricing;
    }

    /**
     * Lists the deals that earned nothing because of a gap in the plans, in the order in which they closed.
     *
     * @param partnerId only deals of this partner
     * @param reason only deals with this reason
     * @param closedFrom only deals that closed on this day or later
     * @param closedTo only deals that closed on this day or earlier
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE})
    @GetMapping
    Page<UnpricedDealView> list(
            @RequestParam(required = false) @Nullable String partnerId,
            @RequestParam(required = false) @Nullable Reason reason,
            @RequestParam(required = false) @Nullable LocalDate closedFrom,
            @RequestParam(required = false) @Nullable LocalDate closedTo,
            PageRequest page) {
        return unpriced.list(wanted(partnerId, reason, closedFrom, closedTo), page)
                .map(UnpricedDealView::of);
    }

    /**
     * Exports the list as CSV, with the same filters.
     *
     * @param partnerId only deals of this partner
     * @param reason only deals with this reason
     * @param closedFrom only deals that closed on this day or later
     * @param closedTo only deals that closed on this day or earlier
     */
    @FileResponse("text/csv")
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE})
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String partnerId,
            @RequestParam(required = false) @Nullable Reason reason,
            @RequestParam(required = false) @Nullable LocalDate closedFrom,
            @RequestParam(required = false) @Nullable LocalDate closedTo,
            HttpServletResponse response)
            throws IOException {
        Wanted wanted = wanted(partnerId, reason, closedFrom, closedTo);
        Download.csv("unpriced-deals.csv").writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            unpriced.read(wanted, Integer.MAX_VALUE, deal -> row(csv, deal));
            csv.flush();
        });
    }

    /**
     * Prices deals of the list by the plans that now cover their closing days. The oldest 2,000 are priced. A deal that a plan
     * covers leaves the list. Its commission is booked as an adjustment that explains every figure. Repeating the request
     * prices no deal twice.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/price")
    PricedView price(@RequestBody PriceRequest request, Actor actor) {
        Map<Result, Integer> counts = pricing.price(request.wanted(), actor.value());
        return PricedView.of(counts);
    }

    private static Wanted wanted(
            @Nullable String partnerId, @Nullable Reason reason, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Wanted(partnerId == null ? null : new PartnerId(partnerId), reason, from, to);
    }

    private static void row(SafeCsv csv, UnpricedDeal deal) {
        csv.row(
                deal.closedOn(),
                deal.partnerId(),
                deal.dealId(),
                deal.referralId(),
                deal.client().key(),
                deal.client().organisation(),
                deal.amount().getCurrencyUnit(),
                deal.amount(),
                deal.reason(),
                deal.commission());
    }

    /**
     * A deal that no plan covers.
     *
     * @param commissionId the commission that begins when the deal is priced
     * @param amount what the client pays: the payment on a retainer, otherwise the whole deal
     * @param reason the gap: NO_PLAN_IN_FORCE or CURRENCY_DIFFERS
     */
    record UnpricedDealView(
            String commissionId,
            String partnerId,
            String dealId,
            String referralId,
            String clientKey,
            String client,
            MoneyJson amount,
            LocalDate closedOn,
            Reason reason) {

        static UnpricedDealView of(UnpricedDeal deal) {
            return new UnpricedDealView(
                    deal.commission().value(),
                    deal.partnerId().value(),
                    deal.dealId(),
                    deal.referralId(),
                    deal.client().key(),
                    deal.client().organisation(),
                    MoneyJson.of(deal.amount()),
                    deal.closedOn(),
                    deal.reason());
        }
    }

    /**
     * Selects the deals to price. A field that is left out selects all deals.
     *
     * @param closedFrom the first closing day
     * @param closedTo the last closing day
     */
    record PriceRequest(
            @Nullable String partnerId,
            @Nullable Reason reason,
            @Nullable @CalendarDay LocalDate closedFrom,
            @Nullable @CalendarDay LocalDate closedTo) {

        Wanted wanted() {
            return UnpricedDealController.wanted(partnerId, reason, closedFrom, closedTo);
        }
    }

    /**
     * How many deals had each result.
     *
     * @param priced earned commission now
     * @param nothingDue are covered by a plan now, which gives nothing
     * @param stillUnpriced are not covered by a plan yet and stay in the list
     * @param more whether the list may have further deals that this request did not reach
     */
    record PricedView(int priced, int nothingDue, int stillUnpriced, boolean more) {

        static PricedView of(Map<Result, Integer> counts) {
            int all = counts.values().stream().mapToInt(Integer::intValue).sum();
            return new PricedView(
                    counts.getOrDefault(Result.PRICED, 0),
                    counts.getOrDefault(Result.NOTHING_DUE, 0),
                    counts.getOrDefault(Result.STILL_UNPRICED, 0),
                    all == PriceUnpricedDeals.MOST_DEALS);
        }
    }
}
