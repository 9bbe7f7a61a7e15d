package io.entente.partner.tiers.web;

import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.tiers.review.DecideProposal;
import io.entente.partner.tiers.review.ProposalFilter;
import io.entente.partner.tiers.review.ProposalStatus;
import io.entente.partner.tiers.review.TierReview;
import io.entente.partner.tiers.review.TierReviews;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/tier-proposals}: what reviews propose, the latest proposal for each partner, and its decision. */
@AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
@RestController
@RequestMapping("/api/tier-proposals")
class ProposalController {

    private final TierReviews reviews;
    private final DecideProposal decide;

    ProposalController(TierReviews reviews, DecideProposal decide) {
        this.reviews = reviews;
        this.decide = decide;
    }

    /**
     * Lists proposals. Without an order, the list begins with the one that was proposed first.
     *
     * @param status only proposals with one of these statuses
     * @param promotion only promotions, or only demotions
     * @param tier only proposals to put a partner into this tier
     * @param partnerId only the proposal for this partner
     */
    @GetMapping
    Page<ProposalView> list(
            @RequestParam(required = false) @Nullable List<ProposalStatus> status,
            @RequestParam(required = false) @Nullable Boolean promotion,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable String partnerId,
            PageRequest page,
            @SortedBy(ProposalFilter.PROPOSED) SortOrder sort) {
        return reviews.list(filter(status, promotion, tier, partnerId, sort), page)
                .map(ProposalView::of);
    }

    /**
     * Exports the list as CSV, with the same filters and in the same order.
     *
     * @param status only proposals with one of these statuses
     * @param promotion only promotions, or only demotions
     * @param tier only proposals to put a partner into this tier
     * @param partnerId only the proposal for this partner
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable List<ProposalStatus> status,
            @RequestParam(required = false) @Nullable Boolean promotion,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable String partnerId,
            @SortedBy(ProposalFilter.PROPOSED) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        ProposalFilter filter = filter(status, promotion, tier, partnerId, sort);
        Download.csv("tier-proposals.csv").withByteOrderMark(bom).writeTo(response, out -> {
            ProposalsCsv csv = new ProposalsCsv(out);
            AllPages.read(page -> reviews.list(filter, page), each -> csv.add(ProposalView.of(each)));
            csv.flush();
        });
    }

    /** Returns the latest proposal for a partner. */
    @GetMapping("/{partnerId}")
    ProposalView get(@PathVariable String partnerId) {
        return reviews.find(new PartnerId(partnerId)).map(ProposalView::of).orElseThrow(() -> notFound(partnerId));
    }

    /**
     * Puts the partner into the proposed tier, after the days of notice of the policy. A promotion to a tier that is full is refused.
     * Repeating the request changes nothing.
     */
    @PostMapping("/{partnerId}/approve")
    ProposalView approve(
            @PathVariable String partnerId, @RequestBody DecideProposalRequest request, Actor actor, IfMatch ifMatch) {
        return answer(
                partnerId,
                decide.approve(
                        new PartnerId(partnerId),
                        request.reason().strip(),
                        actor,
                        each -> ifMatch.check(each.version())));
    }

    /** Leaves the partner in its tier. The same is not proposed again for the days that the policy says. */
    @PostMapping("/{partnerId}/decline")
    ProposalView decline(
            @PathVariable String partnerId, @RequestBody DecideProposalRequest request, Actor actor, IfMatch ifMatch) {
        return answer(
                partnerId,
                decide.decline(
                        new PartnerId(partnerId),
                        request.reason().strip(),
                        actor,
                        each -> ifMatch.check(each.version())));
    }

    private static ProposalView answer(String partnerId, Optional<Decision<TierReview>> decision) {
        return decision.map(ConflictException::unlessAllowed)
                .map(ProposalView::of)
                .orElseThrow(() -> notFound(partnerId));
    }

    private static NotFoundException notFound(String partnerId) {
        return new NotFoundException("tier proposal", partnerId);
    }

    private static ProposalFilter filter(
            @Nullable List<ProposalStatus> status,
            @Nullable Boolean promotion,
            @Nullable Tier tier,
            @Nullable String partnerId,
            SortOrder sort) {
        return new ProposalFilter(status == null ? List.of() : status, promotion, tier, partnerId, sort);
    }

    /**
     * The body of {@code POST /api/tier-proposals/{partnerId}/approve} and {@code …/decline}.
     *
     * @param reason why, worded for the partner
     */
    record DecideProposalRequest(@NotBlank @Size(max = 500) String reason) {}
}
