package io.entente.partner.partnership.web;

import io.entente.partner.partnership.PartnerFilter;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.details.PartnerRisk;
import io.entente.partner.partnership.details.Positioning;
import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.audit.web.AuditedRead;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/partners}: searches, filters, sorts and exports partners. */
@AllowedTo(
        roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
        scopes = Scope.PARTNERS_READ)
@NeedsRight
@RestController
@RequestMapping("/api/partners")
class PartnerListController {

    private final Partners partners;

    PartnerListController(Partners partners) {
        this.partners = partners;
    }

    /**
     * Lists partners. A partner gets itself. Without an order, the list begins with the partner that applied first.
     *
     * @param q words of the partner's name, domain and business, without regard to case and accents. The last word may be incomplete from
     *     three characters on
     * @param status only partners with one of these statuses
     * @param tier only partners in this tier
     * @param model only partners with this model
     * @param country only partners in this country
     * @param domain only partners with this domain
     * @param territory only partners that work in this country
     * @param industry only partners with clients in this industry
     * @param service only partners that offer this service
     * @param positioning only partners that stand like this in their market
     * @param language only partners that work in this language
     * @param owner only partnerships for which this person of the firm is responsible. Partners can't filter by it
     * @param risk only partners with this risk
     * @param mergedInto only duplicates that are merged into this partner
     */
    @AuditedRead
    @GetMapping
    Page<PartnerView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<PartnerStatus> status,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable PartnershipModel model,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String domain,
            @RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @Nullable String industry,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable Positioning positioning,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable PartnerRisk risk,
            @RequestParam(required = false) @Nullable String mergedInto,
            PageRequest page,
            @SortedBy({PartnerFilter.APPLIED, PartnerFilter.NAME}) SortOrder sort,
            Tenant tenant) {
        return partners.list(
                        filter(
                                q,
                                status,
                                tier,
                                model,
                                country,
                                details(
                                        domain,
                                        territory,
                                        industry,
                                        service,
                                        positioning,
                                        language,
                                        owner,
                                        risk,
                                        mergedInto),
                                sort,
                                tenant),
                        page)
                .map(partner -> PartnerView.of(partner, tenant.byPartner()));
    }

    /**
     * Exports the list as CSV, with the same filters and in the same order. It names no person.
     *
     * @param q words of the partner's name, domain and business
     * @param status only partners with one of these statuses
     * @param tier only partners in this tier
     * @param model only partners with this model
     * @param country only partners in this country
     * @param domain only partners with this domain
     * @param territory only partners that work in this country
     * @param industry only partners with clients in this industry
     * @param service only partners that offer this service
     * @param positioning only partners that stand like this in their market
     * @param language only partners that work in this language
     * @param owner only partnerships for which this person of the firm is responsible. Partners can't filter by it
     * @param risk only partners with this risk
     * @param mergedInto only duplicates that are merged into this partner
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<PartnerStatus> status,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable PartnershipModel model,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String domain,
            @RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @Nullable String industry,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable Positioning positioning,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable PartnerRisk risk,
            @RequestParam(required = false) @Nullable String mergedInto,
            @SortedBy({PartnerFilter.APPLIED, PartnerFilter.NAME}) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            Tenant tenant,
            HttpServletResponse response)
            throws IOException {
        PartnerFilter filter = filter(
                q,
                status,
                tier,
                model,
                country,
                details(domain, territory, industry, service, positioning, language, owner, risk, mergedInto),
                sort,
                tenant);
        Download.csv("partners.csv").withByteOrderMark(bom).writeTo(response, out -> {
            PartnersCsv csv = new PartnersCsv(out);
            AllPages.read(
                    page -> partners.list(filter, page),
                    partner -> csv.add(PartnerView.of(partner, tenant.byPartner())));
            csv.flush();
        });
    }

    private static Map<String, String> details(
            @Nullable String domain,
            @Nullable String territory,
            @Nullable String industry,
            @Nullable String service,
            @Nullable Positioning positioning,
            @Nullable String language,
            @Nullable String owner,
            @Nullable PartnerRisk risk,
            @Nullable String mergedInto) {
        Map<String, String> details = new HashMap<>();
        put(details, PartnerFilter.DOMAIN, domain);
        put(details, PartnerFilter.TERRITORY, territory);
        put(details, PartnerFilter.INDUSTRY, industry);
        put(details, PartnerFilter.SERVICE, service);
        put(details, PartnerFilter.POSITIONING, positioning);
        put(details, PartnerFilter.LANGUAGE, language);
        put(details, PartnerFilter.OWNER, owner);
        put(details, PartnerFilter.RISK, risk);
        put(details, PartnerFilter.MERGED_INTO, mergedInto);
        return details;
    }

    private static void put(Map<String, String> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value.toString().strip());
        }
    }

    private static PartnerFilter filter(
            @Nullable String q,
            @Nullable List<PartnerStatus> status,
            @Nullable Tier tier,
            @Nullable PartnershipModel model,
            @Nullable String country,
            Map<String, String> details,
            SortOrder sort,
            Tenant tenant) {
        if (tenant.byPartner() && details.containsKey(PartnerFilter.OWNER)) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("owner", "is a person of the firm, by which partners can't filter")));
        }
        return new PartnerFilter(
                SearchText.of(q).orElse(null),
                status == null ? List.of() : status,
                tier,
                model,
                country == null ? null : country.toUpperCase(Locale.ROOT),
                tenant.partnerId(),
                details,
                sort);
    }
}
