package io.entente.referral.crm.web;

import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.files.CsvExport;
import io.entente.platform.web.keys.UsedKeys;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import io.entente.referral.crm.Crm;
import io.entente.referral.crm.CrmDeal;
import io.entente.referral.crm.CrmDealHandler;
import io.entente.referral.crm.CrmDeals;
import io.entente.referral.crm.lists.CrmDealFilter;
import io.entente.referral.crm.lists.CrmDealFilter.Kind;
import io.entente.referral.crm.lists.CrmDealList;
import io.entente.referral.intake.profiles.SourceIds;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/crm}: the deals that CRMs report, and their links to referrals. */
@RestController
@RequestMapping("/api/crm")
class CrmDealController {

    private static final CsvExport<CrmDealView> EXPORT = new CsvExport<>(
            "unlinked-deals.csv",
            List.of(
                    "crm",
                    "crmDealId",
                    "namedReferralId",
                    "stage",
                    "amount",
                    "currency",
                    "closedOn",
                    "firstHeardAt",
                    "lastHeardAt"),
            CrmDealController::addUnlinked);

    private final CrmDealHandler handler;
    private final CrmDeals deals;
    private final Referrals referrals;
    private final UsedKeys keys;
    private final CrmDealList list;
    private final CrmDealViews views;

    CrmDealController(
            CrmDealHandler handler,
            CrmDeals deals,
            Referrals referrals,
            UsedKeys keys,
            CrmDealList list,
            CrmDealViews views) {
        this.handler = handler;
        this.deals = deals;
        this.list = list;
        this.views = views;
        this.referrals = referrals;
        this.keys = keys;
    }

    /**
     * Lists CRM deals that are not linked to a referral, so that somebody can link them. Without an order, the deal that was heard
     * of first comes first.
     *
     * @param q words of the deal's id in the CRM, of the referral that it names, or of its stage, without regard to case and accents.
     *     The last word may be incomplete from three characters on
     * @param crm only deals of this CRM
     * @param from only deals that were first heard of at this time or later
     * @param to only deals that were first heard of before this time
     */
    @AllowedTo(
            roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
            scopes = Scope.CRM_WRITE)
    @GetMapping("/unlinked-deals")
    Page<CrmDealView> unlinked(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String crm,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            PageRequest page,
            @SortedBy(CrmDealFilter.HEARD) SortOrder sort) {
        return list.list(filter(q, crm, from, to, sort), page).map(views::of);
    }

    /**
     * Exports the CRM deals that are not linked as CSV, with the same filters and in the same order.
     *
     * @param q words of the deal's id in the CRM, of the referral that it names, or of its stage
     * @param crm only deals of this CRM
     * @param from only deals that were first heard of at this time or later
     * @param to only deals that were first heard of before this time
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @AllowedTo(
            roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
            scopes = Scope.CRM_WRITE)
    @GetMapping("/unlinked-deals/export")
    void exportUnlinked(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String crm,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @SortedBy(CrmDealFilter.HEARD) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        CrmDealFilter filter = filter(q, crm, from, to, sort);
        EXPORT.write(response, bom, page -> list.list(filter, page).map(views::of));
    }

    private static CrmDealFilter filter(
            @Nullable String q, @Nullable String crm, @Nullable Instant from, @Nullable Instant to, SortOrder sort) {
        return new CrmDealFilter(
                Kind.UNLINKED, SearchText.of(q).orElse(null), crm == null ? null : existing(crm), null, from, to, sort);
    }

    private static void addUnlinked(CrmDealView deal, SafeCsv csv) {
        csv.row(
                deal.crm(),
                deal.crmDealId(),
                deal.namedReferralId(),
                deal.waiting().isEmpty()
                        ? null
                        : deal.waiting().get(deal.waiting().size() - 1).stage(),
                deal.amount(),
                deal.currency(),
                deal.closedOn(),
                deal.firstHeardAt(),
                deal.lastHeardAt());
    }

    /** Returns a CRM deal with what has been received about it. */
    @AllowedTo(
            roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
            scopes = Scope.CRM_WRITE)
    @GetMapping("/deals/{crm}/{crmDealId}")
    CrmDealView get(@PathVariable String crm, @PathVariable String crmDealId) {
        Crm of = existing(crm);
        return deals.find(of, SourceIds.normalised(of.source(), crmDealId))
                .map(views::of)
                .orElseThrow(() -> new NotFoundException("deal of " + crm, crmDealId));
    }

    /**
     * Links a CRM deal to a referral. Changes that have been received for the deal are then applied to the referral, in
     * order. Repeating the same link changes nothing. A deal that is linked to another referral is linked anew if you give a
     * reason, and its last stage is applied to the new referral. The earlier referral stays as it is; {@code earlierLinks}
     * says what had been applied to it. If the deal has closed a deal there, that deal has to be reversed first. A deal that was
     * imported is linked to the referral of its import. Send the version of the deal in {@code If-Match} if you correct a link.
     */
    @AllowedTo(roles = Role.OPS, scopes = Scope.CRM_WRITE)
    @PostMapping("/links")
    ResponseEntity<CrmDealView> link(
            @RequestBody LinkRequest request, Actor actor, IdempotencyKey key, IfMatch ifMatch) {
        return keys.once(key, "crm/links", request, () -> linked(request, actor, ifMatch));
    }

    private ResponseEntity<CrmDealView> linked(LinkRequest request, Actor actor, IfMatch ifMatch) {
        Crm crm = existing(request.crm());
        ReferralId referralId = new ReferralId(request.referralId());
        if (referrals.find(referralId).isEmpty()) {
            throw InvalidInputException.unprocessable(new FieldError("referralId", "must be the id of a referral"));
        }
        Optional<ReferralId> current = handler.linkedTo(crm, request.crmDealId());
        boolean before = current.filter(referralId::equals).isPresent();
        if (current.isPresent() && !before && request.reason() == null) {
            throw InvalidInputException.unprocessable(new FieldError(
                    "reason",
                    "must say why the deal belongs to another referral than %s, to which it is linked"
                            .formatted(current.get())));
        }
        Decision<CrmDeal> linked = handler.link(
                crm, request.crmDealId(), referralId, request.reason(), actor, deal -> ifMatch.check(deal.version()));
        CrmDealView view = views.of(ConflictException.unlessAllowed(linked));
        String location = "/api/crm/deals/%s/%s".formatted(view.crm(), view.crmDealId());
        return before ? Created.replayed(location, view) : Created.first(location, view);
    }

    private static Crm existing(String source) {
        return Crm.of(source).orElseThrow(() -> new NotFoundException("CRM", source));
    }
}
