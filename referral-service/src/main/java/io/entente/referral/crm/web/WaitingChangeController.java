package io.entente.referral.crm.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import io.entente.referral.crm.Crm;
import io.entente.referral.crm.ResolveWaitHandler;
import io.entente.referral.crm.ResolveWaitHandler.Resolved;
import io.entente.referral.crm.lists.CrmDealFilter;
import io.entente.referral.crm.lists.CrmDealFilter.Kind;
import io.entente.referral.crm.lists.CrmDealList;
import io.entente.referral.crm.waiting.WaitReason;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/crm/waiting-changes}: the changes of CRMs that can't be applied yet, and a person's decisions about them. Most are
 * applied by themselves as soon as their referral, the mapping profile or missing facts allow it.
 */
@RestController
@RequestMapping("/api/crm")
class WaitingChangeController {

    private static final String ACCEPTED = "The amount is that of the firm's CRM.";

    private final CrmDealList list;
    private final CrmDealViews views;
    private final ResolveWaitHandler handler;

    WaitingChangeController(CrmDealList list, CrmDealViews views, ResolveWaitHandler handler) {
        this.list = list;
        this.views = views;
        this.handler = handler;
    }

    /** Dismisses a change. The reason is kept in the notes of the deal. */
    record DismissRequest(@NotNull WaitReason.Subject subject, @NotBlank @Size(max = 1000) String reason) {}

    /**
     * Accepts the CRM's amount and closing date.
     *
     * @param reason a text for the partner
     */
    record AcceptRequest(@Nullable @Size(min = 1, max = 1000) String reason) {}

    /**
     * Lists the deals with changes that wait. Without an order, the one that has waited longest comes first.
     *
     * @param q words of the deal's id in the CRM, of its referral or of its stage, without regard to case and accents. The last word
     *     may be incomplete from three characters on
     * @param crm only deals of this CRM
     * @param reason only deals with a change that waits for this reason
     */
    @AllowedTo(
            roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
            scopes = Scope.CRM_WRITE)
    @GetMapping("/waiting-changes")
    Page<CrmDealView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String crm,
            @RequestParam(required = false) @Nullable WaitReason reason,
            PageRequest page,
            @SortedBy({CrmDealFilter.SINCE, CrmDealFilter.HEARD}) SortOrder sort) {
        return list.list(filter(q, crm, reason, sort), page).map(views::of);
    }

    /**
     * Exports the list as CSV, with the same filters, in the same order and with one row for each change.
     *
     * @param q words of the deal's id in the CRM, of its referral or of its stage
     * @param crm only deals of this CRM
     * @param reason only deals with a change that waits for this reason
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @AllowedTo(
            roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
            scopes = Scope.CRM_WRITE)
    @GetMapping("/waiting-changes/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String crm,
            @RequestParam(required = false) @Nullable WaitReason reason,
            @SortedBy({CrmDealFilter.SINCE, CrmDealFilter.HEARD}) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        CrmDealFilter filter = filter(q, crm, reason, sort);
        WaitingCsv.EXPORT.write(response, bom, page -> list.list(filter, page).map(views::of));
    }

    private static CrmDealFilter filter(
            @Nullable String q, @Nullable String crm, @Nullable WaitReason reason, SortOrder sort) {
        return new CrmDealFilter(
                Kind.WAITING,
                SearchText.of(q).orElse(null),
                crm == null ? null : existing(crm),
                reason,
                null,
                null,
                sort);
    }

    /**
     * Corrects the closed deal to the amount and the closing date that the CRM reports. Commission is priced again, and the
     * difference is booked. If the currency differs, the deal has to be reversed and closed again. Send the version of the deal
     * in {@code If-Match}, so that you accept only what you have seen.
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS})
    @PostMapping("/deals/{crm}/{crmDealId}/accept")
    CrmDealView accept(
            @PathVariable String crm,
            @PathVariable String crmDealId,
            @RequestBody(required = false) @Nullable AcceptRequest request,
            Actor actor,
            IfMatch ifMatch) {
        String reason = request == null || request.reason() == null ? ACCEPTED : request.reason();
        return view(
                handler.accept(existing(crm), crmDealId, reason, actor, deal -> ifMatch.check(deal.version())),
                crm,
                crmDealId);
    }

    /** Dismisses a change that waits. It will not be applied. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS})
    @PostMapping("/deals/{crm}/{crmDealId}/dismiss")
    CrmDealView dismiss(
            @PathVariable String crm,
            @PathVariable String crmDealId,
            @RequestBody DismissRequest request,
            Actor actor,
            IfMatch ifMatch) {
        return view(
                handler.dismiss(
                        existing(crm),
                        crmDealId,
                        request.subject(),
                        request.reason(),
                        actor,
                        deal -> ifMatch.check(deal.version())),
                crm,
                crmDealId);
    }

    private CrmDealView view(Optional<Resolved> resolved, String crm, String crmDealId) {
        Resolved result = resolved.orElseThrow(() -> new NotFoundException("deal of " + crm, crmDealId));
        if (result instanceof Resolved.Refused refused) {
            throw new ConflictException(refused.reason());
        }
        if (result instanceof Resolved.BadFields bad) {
            throw InvalidInputException.unprocessable(bad.errors().toArray(FieldError[]::new));
        }
        return views.of(((Resolved.Done) result).deal());
    }

    private static Crm existing(String source) {
        return Crm.of(source).orElseThrow(() -> new NotFoundException("CRM", source));
    }
}
