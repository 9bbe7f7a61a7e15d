package io.entente.referral.crm.web;

import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.keys.UsedKeys;
import io.entente.platform.web.openapi.FileResponse;
import io.entente.referral.crm.Crm;
import io.entente.referral.crm.CrmDeal;
import io.entente.referral.crm.CrmDealHandler;
import io.entente.referral.crm.CrmDeals;
import io.entente.referral.intake.profiles.SourceIds;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

    private static final List<String> COLUMNS = List.of(
            "crm",
            "crmDealId",
            "namedReferralId",
            "stage",
            "amount",
            "currency",
            "closedOn",
            "firstHeardAt",
            "lastHeardAt");

    private final CrmDealHandler handler;
    private final CrmDeals deals;
    private final Referrals referrals;
    private final UsedKeys keys;

    CrmDealController(CrmDealHandler handler, CrmDeals deals, Referrals referrals, UsedKeys keys) {
        this.handler = handler;
        this.deals = deals;
        this.referrals = referrals;
        this.keys = keys;
    }

    /**
     * Lists CRM deals that are not linked to a referral, so that somebody can link them.
     *
     * @param crm only deals of this CRM
     */
    @AllowedTo(
            roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
            scopes = Scope.CRM_WRITE)
    @GetMapping("/unlinked-deals")
    Page<CrmDealView> unlinked(@RequestParam(required = false) @Nullable String crm, PageRequest page) {
        return deals.unlinked(crm == null ? null : existing(crm), page).map(CrmDealView::of);
    }

    /**
     * Exports the CRM deals that are not linked as CSV, with the same filter.
     *
     * @param crm only deals of this CRM
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @AllowedTo(
            roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
            scopes = Scope.CRM_WRITE)
    @GetMapping("/unlinked-deals/export")
    void exportUnlinked(
            @RequestParam(required = false) @Nullable String crm,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        Crm of = crm == null ? null : existing(crm);
        Download.csv("unlinked-deals.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(page -> deals.unlinked(of, page), deal -> add(CrmDealView.of(deal), csv));
            csv.flush();
        });
    }

    private static void add(CrmDealView deal, SafeCsv csv) {
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
                .map(CrmDealView::of)
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
        CrmDealView view = CrmDealView.of(ConflictException.unlessAllowed(linked));
        String location = "/api/crm/deals/%s/%s".formatted(view.crm(), view.crmDealId());
        return before ? Created.replayed(location, view) : Created.first(location, view);
    }

    private static Crm existing(String source) {
        return Crm.of(source).orElseThrow(() -> new NotFoundException("CRM", source));
    }
}
