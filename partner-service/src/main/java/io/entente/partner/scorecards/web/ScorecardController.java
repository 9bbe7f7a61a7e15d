package io.entente.partner.scorecards.web;

import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.Partners;
import io.entente.partner.performance.PartnerFacts;
import io.entente.partner.scorecards.ComputeScorecards;
import io.entente.partner.scorecards.Metric;
import io.entente.partner.scorecards.ReportPeriod;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/partners/{partnerId}/scorecards}: the figures of a partner, and what each is made of. */
@AllowedTo(
        roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
        scopes = Scope.PARTNERS_READ)
@NeedsRight(oneOf = {"SEE_COMMISSIONS", "SEE_ALL_REFERRALS"})
@RestController
@RequestMapping("/api/partners/{partnerId}/scorecards/{period}")
class ScorecardController {

    private final Partners partners;
    private final PartnerFacts facts;
    private final ComputeScorecards compute;

    ScorecardController(Partners partners, PartnerFacts facts, ComputeScorecards compute) {
        this.partners = partners;
        this.facts = facts;
        this.compute = compute;
    }

    /**
     * Returns the scorecard of a partner for a period, beside the figures of the same time before. What has happened in the last seconds may
     * be missing.
     */
    @GetMapping
    ScorecardView get(@PathVariable String partnerId, @PathVariable String period, Tenant tenant) {
        ReportPeriod wanted = read(period);
        String partner = shown(partnerId, tenant);
        return ScorecardView.of(
                partner, wanted, compute.figures(partner, wanted), compute.figures(partner, wanted.previous()));
    }

    /** Returns what a figure of a scorecard is made of, the oldest first. */
    @GetMapping("/figures/{metric}")
    Page<ScorecardFactView> facts(
            @PathVariable String partnerId,
            @PathVariable String period,
            @PathVariable Metric metric,
            PageRequest page,
            Tenant tenant) {
        ReportPeriod wanted = read(period);
        String partner = shown(partnerId, tenant);
        if (!metric.isRecorded()) {
            return new Page<>(List.of(), null);
        }
        return facts.list(
                        new PartnerFacts.Selection(
                                partner, wanted.firstDay(), wanted.lastDay(), metric.kinds(), metric.flows()),
                        page)
                .map(ScorecardFactView::of);
    }

    private static ReportPeriod read(String period) {
        return ReportPeriod.parse(period)
                .orElseThrow(
                        () -> InvalidInputException.malformed(List.of(new FieldError("period", ReportPeriod.FAULT))));
    }

    private String shown(String partnerId, Tenant tenant) {
        return partners.find(new PartnerId(partnerId))
                .map(partner -> partner.id().value())
                .filter(tenant::covers)
                .orElseThrow(() -> new NotFoundException("partner", partnerId));
    }
}
