package io.entente.commission.plans.web;

import io.entente.commission.plans.changes.ChangePlans;
import io.entente.commission.plans.changes.PlanProposal;
import io.entente.commission.plans.changes.PlanProposal.Kind;
import io.entente.commission.plans.changes.PlanProposal.Status;
import io.entente.commission.plans.changes.PlanProposal.Verdict;
import io.entente.commission.plans.changes.PlanRegisters;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortKey;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/plan-proposals}: who changed the program's plans, and which changes wait for a second person. */
@RestController
@RequestMapping("/api/plan-proposals")
class PlanProposalController {

    /** The order by the time of the proposal. */
    private static final String PROPOSED = "proposed";

    private static final List<String> COLUMNS = List.of(
            "proposalId",
            "kind",
            "status",
            "plan",
            "name",
            "effectiveFrom",
            "lastDay",
            "because",
            "author",
            "proposedAt",
            "decidedBy",
            "decidedAt",
            "reason");

    private final PlanRegisters registers;
    private final ChangePlans changing;
    private final ZoneId zone;

    /** @param zone of the program, in which days begin */
    PlanProposalController(
            PlanRegisters registers, ChangePlans changing, @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        this.registers = registers;
        this.changing = changing;
        this.zone = zone;
    }

    /**
     * Lists proposals to change plans in the order in which they were made. Nothing is priced by a proposal that waits.
     *
     * @param q words of the plan's code or name, of the proposal's id, or of its author
     * @param status only proposals with this status
     * @param kind only proposals of this kind
     * @param code only proposals about this plan
     * @param from only proposals that were made on this day or later
     * @param to only proposals that were made on this day or earlier
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.ADMIN})
    @GetMapping
    Page<ProposalView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            PageRequest page,
            @SortedBy(PROPOSED) SortOrder sort) {
        return found(filter(q, status, kind, code, from, to), sort, page).map(ProposalView::of);
    }

    /**
     * Exports the same list as CSV.
     *
     * @param q words of the plan's code or name, of the proposal's id, or of its author
     * @param status only proposals with this status
     * @param kind only proposals of this kind
     * @param code only proposals about this plan
     * @param from only proposals that were made on this day or later
     * @param to only proposals that were made on this day or earlier
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.ADMIN})
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @SortedBy(PROPOSED) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        Predicate<PlanProposal> wanted = filter(q, status, kind, code, from, to);
        Download.csv("plan-proposals.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(page -> found(wanted, sort, page), proposal -> row(csv, proposal));
            csv.flush();
        });
    }

    private Predicate<PlanProposal> filter(
            @Nullable String q,
            @Nullable Status status,
            @Nullable Kind kind,
            @Nullable String code,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw InvalidInputException.malformed(List.of(new FieldError("to", "must not be before from")));
        }
        SearchText text = SearchText.of(q).orElse(null);
        return proposal -> {
            LocalDate on = proposal.proposedAt().atZone(zone).toLocalDate();
            return (status == null || proposal.status() == status)
                    && (kind == null || proposal.kind() == kind)
                    && (code == null || proposal.plan().code().equals(code))
                    && (from == null || !on.isBefore(from))
                    && (to == null || !on.isAfter(to))
                    && SmallList.has(
                            text, proposal.plan().code(), proposal.plan().name(), proposal.id(), proposal.author());
        };
    }

    private Page<PlanProposal> found(Predicate<PlanProposal> wanted, SortOrder sort, PageRequest page) {
        return SmallList.page(
                registers.current().proposals().stream().filter(wanted),
                proposal -> SortKey.of(proposal.proposedAt(), proposal.id()),
                sort,
                page);
    }

    private static void row(SafeCsv csv, PlanProposal proposal) {
        Verdict verdict = proposal.decision();
        csv.row(
                proposal.id(),
                proposal.kind(),
                proposal.status(),
                proposal.plan().code(),
                proposal.plan().name(),
                proposal.plan().period().from(),
                proposal.lastDay(),
                String.join(" ", proposal.because()),
                proposal.author(),
                proposal.proposedAt(),
                verdict == null ? null : verdict.by(),
                verdict == null ? null : verdict.at(),
                verdict == null ? null : verdict.reason());
    }

    /** Returns a proposal. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.ADMIN})
    @GetMapping("/{id}")
    ProposalView get(@PathVariable String id) {
        return registers
                .current()
                .find(id)
                .map(ProposalView::of)
                .orElseThrow(() -> new NotFoundException("plan proposal", id));
    }

    /** Approves a proposal, so that its plan applies. The person who approves must not be its author. */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{id}/approve")
    ProposalView approve(@PathVariable String id, Actor actor) {
        return decide(id, Status.APPROVED, null, actor);
    }

    /** Declines a proposal with a reason. The person who declines must not be its author. */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{id}/decline")
    ProposalView decline(@PathVariable String id, @RequestBody DeclineProposalRequest request, Actor actor) {
        return decide(id, Status.DECLINED, request.reason().strip(), actor);
    }

    /** Withdraws a proposal. Only its author can do that. */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{id}/withdraw")
    ProposalView withdraw(@PathVariable String id, Actor actor) {
        return decide(id, Status.WITHDRAWN, null, actor);
    }

    private ProposalView decide(String id, Status status, @Nullable String reason, Actor actor) {
        return ProposalView.of(ConflictException.unlessAllowed(changing.decide(id, status, actor, reason)
                .orElseThrow(() -> new NotFoundException("plan proposal", id))));
    }

    /** The body of {@code …/decline}. */
    record DeclineProposalRequest(@NotBlank @Size(max = 2000) String reason) {}

    /**
     * A proposal to change the program's plans.
     *
     * @param plan the plan or version that is proposed; for a retirement, the version that ends
     * @param lastDay for a retirement, the last day of the plan
     * @param because why it needs a second person; empty if it needs none
     * @param author who proposed it; {@code system} if the request named nobody
     * @param decidedBy the second person
     * @param reason why it was declined
     */
    record ProposalView(
            String id,
            Kind kind,
            Status status,
            PlanView plan,
            @Nullable LocalDate lastDay,
            List<String> because,
            String author,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason) {

        static ProposalView of(PlanProposal proposal) {
            Verdict verdict = proposal.decision();
            return new ProposalView(
                    proposal.id(),
                    proposal.kind(),
                    proposal.status(),
                    PlanView.of(proposal),
                    proposal.lastDay(),
                    proposal.because(),
                    proposal.author(),
                    proposal.proposedAt(),
                    verdict == null ? null : verdict.by(),
                    verdict == null ? null : verdict.at(),
                    verdict == null ? null : verdict.reason());
        }
    }
}
