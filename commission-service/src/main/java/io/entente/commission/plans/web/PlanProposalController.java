package io.entente.commission.plans.web;

import io.entente.commission.plans.changes.ChangePlans;
import io.entente.commission.plans.changes.PlanProposal;
import io.entente.commission.plans.changes.PlanProposal.Kind;
import io.entente.commission.plans.changes.PlanProposal.Status;
import io.entente.commission.plans.changes.PlanProposal.Verdict;
import io.entente.commission.plans.changes.PlanRegisters;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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

/** {@code /api/plan-proposals}: who changed the program's plans, and which changes wait for a second person. */
@RestController
@RequestMapping("/api/plan-proposals")
class PlanProposalController {

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

    PlanProposalController(PlanRegisters registers, ChangePlans changing) {
        this.registers = registers;
        this.changing = changing;
    }

    /**
     * Lists proposals to change plans, oldest first. Nothing is priced by a proposal that waits.
     *
     * @param status only proposals with this status
     * @param code only proposals about this plan
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.ADMIN})
    @GetMapping
    Page<ProposalView> list(
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable String code,
            PageRequest page) {
        return found(status, code, page).map(ProposalView::of);
    }

    /**
     * Exports the same list as CSV.
     *
     * @param status only proposals with this status
     * @param code only proposals about this plan
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.ADMIN})
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        Download.csv("plan-proposals.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(page -> found(status, code, page), proposal -> row(csv, proposal));
            csv.flush();
        });
    }

    private Page<PlanProposal> found(@Nullable Status status, @Nullable String code, PageRequest page) {
        String after = page.after();
        List<PlanProposal> found = registers.current().proposals().stream()
                .filter(proposal -> status == null || proposal.status() == status)
                .filter(proposal -> code == null || proposal.plan().code().equals(code))
                .filter(proposal -> after == null || proposal.id().compareTo(after) > 0)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .limit(page.fetch())
                .toList();
        return Page.of(found, page, PlanProposal::id);
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
