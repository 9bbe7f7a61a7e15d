package io.entente.partner.scorecards.web;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerFilter;
import io.entente.partner.partnership.Partners;
import io.entente.partner.scorecards.PartnerFigures;
import io.entente.partner.scorecards.ReportPeriod;
import io.entente.partner.scorecards.Scorecard;
import io.entente.partner.scorecards.ScorecardFilter;
import io.entente.partner.scorecards.Scorecards;
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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/scorecards}: the scorecards of all partners for a period. */
@AllowedTo(
        roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
        scopes = Scope.PARTNERS_READ)
@NeedsRight(oneOf = {"SEE_COMMISSIONS", "SEE_ALL_REFERRALS"})
@RestController
@RequestMapping("/api/scorecards")
class ScorecardListController {

    private final Scorecards scorecards;
    private final Partners partners;

    private final ZoneId zone;
    private final Clock clock;

    ScorecardListController(
            Scorecards scorecards,
            Partners partners,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        this.scorecards = scorecards;
        this.partners = partners;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Lists the scorecards of a period. A partner with which nothing has happened in the period isn't in the list. Without an order, the list
     * begins with the partner that has sent the fewest referrals.
     *
     * @param period a month, a quarter or a year; without it, the present quarter
     * @param q words of the partner's name or business, without regard to case and accents; the first 200 such partners are found
     * @param partnerId only the scorecard of this partner
     */
    @GetMapping
    Page<ScorecardView> list(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String partnerId,
            PageRequest page,
            @SortedBy({
                        ScorecardFilter.SENT,
                        ScorecardFilter.RECEIVED,
                        ScorecardFilter.CONVERSION,
                        ScorecardFilter.REVENUE,
                        ScorecardFilter.SATISFACTION,
                        ScorecardFilter.RECIPROCITY,
                        ScorecardFilter.UPDATED
                    })
                    SortOrder sort,
            Tenant tenant) {
        return page(new ScorecardFilter(read(period), partners(q, tenant), sort), page);
    }

    /**
     * Exports the list as CSV, one row for each figure, with the same filters and in the same order.
     *
     * @param period a month, a quarter or a year; without it, the present quarter
     * @param q words of the partner's name or business
     * @param partnerId only the scorecard of this partner
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String partnerId,
            @SortedBy({
                        ScorecardFilter.SENT,
                        ScorecardFilter.RECEIVED,
                        ScorecardFilter.CONVERSION,
                        ScorecardFilter.REVENUE,
                        ScorecardFilter.SATISFACTION,
                        ScorecardFilter.RECIPROCITY,
                        ScorecardFilter.UPDATED
                    })
                    SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            Tenant tenant,
            HttpServletResponse response)
            throws IOException {
        ReportPeriod wanted = read(period);
        ScorecardFilter filter = new ScorecardFilter(wanted, partners(q, tenant), sort);
        Download.csv("scorecards-%s.csv".formatted(wanted))
                .withByteOrderMark(bom)
                .writeTo(response, out -> {
                    ScorecardsCsv csv = new ScorecardsCsv(out);
                    AllPages.read(page -> page(filter, page), csv::add);
                    csv.flush();
                });
    }

    private ReportPeriod read(@Nullable String period) {
        return ReportPeriod.listed(period, LocalDate.ofInstant(clock.instant(), zone))
                .orElseThrow(() ->
                        InvalidInputException.malformed(List.of(new FieldError("period", ReportPeriod.LISTED_FAULT))));
    }

    private Page<ScorecardView> page(ScorecardFilter filter, PageRequest request) {
        Page<Scorecard> page = scorecards.list(filter, request);
        List<String> ids = page.items().stream().map(Scorecard::partnerId).toList();
        Map<String, PartnerFigures> before = scorecards
                .find(ids, filter.period().previous())
                .stream()
                .collect(Collectors.toMap(Scorecard::partnerId, Scorecard::figures));
        return page.map(each -> ScorecardView.of(
                each.partnerId(),
                each.period(),
                each.figures(),
                before.getOrDefault(each.partnerId(), PartnerFigures.NONE)));
    }

    /** The partners that the caller may see and asks for; null for all. */
    private @Nullable List<String> partners(@Nullable String q, Tenant tenant) {
        Optional<SearchText> text = SearchText.of(q);
        if (text.isEmpty()) {
            return tenant.id().map(List::of).orElse(null);
        }
        PartnerFilter named = new PartnerFilter(
                text.get(),
                List.of(),
                null,
                null,
                null,
                tenant.partnerId(),
                Map.of(),
                new SortOrder(PartnerFilter.NAME, false));
        return partners.list(named, new PageRequest(PageRequest.MAX_LIMIT, null)).items().stream()
                .map(Partner::id)
                .map(Object::toString)
                .toList();
    }
}
