package io.entente.commission.commissions.web;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.selfreferral.CaseFilter;
import io.entente.commission.commissions.selfreferral.DecideSelfReferral;
import io.entente.commission.commissions.selfreferral.SelfReferralCase;
import io.entente.commission.commissions.selfreferral.SelfReferralCase.Status;
import io.entente.commission.commissions.selfreferral.SelfReferralCases;
import io.entente.commission.commissions.web.CommissionLifeController.Because;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerNames;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/self-referrals}: deals whose client seems to be the partner itself, for finance to decide. */
@RestController
@RequestMapping("/api/self-referrals")
class SelfReferralController {

    private static final List<String> COLUMNS = List.of(
            "id",
            "partnerId",
            "dealId",
            "referralId",
            "client",
            "amount",
            "currency",
            "evidence",
            "status",
            "openedAt",
            "decidedBy",
            "reason");

    private final SelfReferralCases cases;
    private final DecideSelfReferral deciding;
    private final PartnerNames names;
    private final ProgramCalendar calendar;

    SelfReferralController(
            SelfReferralCases cases, DecideSelfReferral deciding, PartnerNames names, ProgramCalendar calendar) {
        this.cases = cases;
        this.deciding = deciding;
        this.names = names;
        this.calendar = calendar;
    }

    /**
     * Lists cases of self-referral in the order in which they were opened.
     *
     * @param q words of the client's name, of the partner's name or id, or of the deal's, referral's or commission's id
     * @param status only cases with this status
     * @param partnerId only cases of this partner
     * @param from only cases that were opened on this day or later
     * @param to only cases that were opened on this day or earlier
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS})
    @GetMapping
    Page<CaseView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable String partnerId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            PageRequest page,
            @SortedBy({CaseFilter.OPENED, CaseFilter.AMOUNT}) SortOrder sort) {
        return cases.page(filter(q, status, partnerId, from, to, sort), page).map(CaseView::of);
    }

    /**
     * Exports the same list as CSV.
     *
     * @param q words of the client's name, of the partner's name or id, or of the deal's, referral's or commission's id
     * @param status only cases with this status
     * @param partnerId only cases of this partner
     * @param from only cases that were opened on this day or later
     * @param to only cases that were opened on this day or earlier
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS})
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable String partnerId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @SortedBy({CaseFilter.OPENED, CaseFilter.AMOUNT}) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        CaseFilter filter = filter(q, status, partnerId, from, to, sort);
        Download.csv("self-referrals.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(page -> cases.page(filter, page), each -> row(csv, each));
            csv.flush();
        });
    }

    private CaseFilter filter(
            @Nullable String q,
            @Nullable Status status,
            @Nullable String partnerId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            SortOrder sort) {
        if (from != null && to != null && to.isBefore(from)) {
            throw InvalidInputException.malformed(List.of(new FieldError("to", "must not be before from")));
        }
        SearchText text = SearchText.of(q).orElse(null);
        return new CaseFilter(
                text,
                text == null ? List.of() : names.named(text),
                status,
                partnerId == null ? null : new PartnerId(partnerId),
                from == null ? null : calendar.startOf(from),
                to == null ? null : calendar.startOf(to.plusDays(1)),
                sort);
    }

    private static void row(SafeCsv csv, SelfReferralCase each) {
        csv.row(
                each.commission(),
                each.partnerId(),
                each.dealId(),
                each.referralId(),
                each.client().organisation(),
                each.amount(),
                each.amount().getCurrencyUnit(),
                each.evidence(),
                each.status(),
                each.openedAt(),
                each.decidedBy(),
                each.reason());
    }

    /** Returns a case. Its id is that of the commission of the deal's closing. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS})
    @GetMapping("/{id}")
    CaseView get(@PathVariable String id) {
        return cases.find(new CommissionId(id))
                .map(CaseView::of)
                .orElseThrow(() -> new NotFoundException("self-referral", id));
    }

    /** Allows the commission of a case. The hold is lifted, also for a retainer's later payments. */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{id}/allow")
    CaseView allow(@PathVariable String id, @RequestBody Because because, Actor actor) {
        return decide(id, Status.ALLOWED, because, actor);
    }

    /** Refuses the commission of a case. What is left of it is taken away with the reason, and it never earns again. */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{id}/refuse")
    CaseView refuse(@PathVariable String id, @RequestBody Because because, Actor actor) {
        return decide(id, Status.REFUSED, because, actor);
    }

    private CaseView decide(String id, Status as, Because because, Actor actor) {
        return CaseView.of(ConflictException.unlessAllowed(deciding.decide(
                        new CommissionId(id),
                        as,
                        actor.value(),
                        because.reason().strip())
                .orElseThrow(() -> new NotFoundException("self-referral", id))));
    }

    /**
     * A case of self-referral.
     *
     * @param id the id of the commission of the deal's closing
     * @param amount the amount of the deal
     * @param evidence what matches: the domain or the name
     */
    record CaseView(
            String id,
            String partnerId,
            String dealId,
            String referralId,
            String clientKey,
            String client,
            MoneyJson amount,
            String evidence,
            Status status,
            Instant openedAt,
            @Nullable String decidedBy,
            @Nullable String reason) {

        static CaseView of(SelfReferralCase each) {
            return new CaseView(
                    each.commission().value(),
                    each.partnerId().value(),
                    each.dealId(),
                    each.referralId(),
                    each.client().key(),
                    each.client().organisation(),
                    MoneyJson.of(each.amount()),
                    each.evidence(),
                    each.status(),
                    each.openedAt(),
                    each.decidedBy(),
                    each.reason());
        }
    }
}
