package io.entente.commission.plans.changes;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanDecision;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.changes.PlanProposal.Kind;
import io.entente.commission.plans.changes.PlanProposal.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program's plans together with all proposals to change them. Both are one document, so a proposal is approved and its plan
 * is added in one write.
 *
 * @param book the plans that price deals; its version is that of the register
 * @param proposals in the order in which they were made
 */
public record PlanRegister(PlanBook book, List<PlanProposal> proposals) {

    /** The maximum number of proposals that are kept. With plans of the usual size, they fill a few megabytes of the document. */
    public static final int MAX_PROPOSALS = 2_000;

    public PlanRegister {
        proposals = List.copyOf(proposals);
    }

    public Optional<PlanProposal> find(String id) {
        return proposals.stream().filter(proposal -> proposal.id().equals(id)).findFirst();
    }

    /** The proposal about a plan that waits for a second person. There is at most one. */
    public Optional<PlanProposal> waitingFor(String code) {
        return proposals.stream()
                .filter(proposal ->
                        proposal.isWaiting() && proposal.plan().code().equals(code))
                .findFirst();
    }

    /** The proposal that brought a version into the book; empty for the program's first plans. */
    public Optional<PlanProposal> originOf(PlanRef ref) {
        return proposals.stream()
                .filter(proposal -> proposal.kind() != Kind.RETIREMENT
                        && proposal.status() == Status.APPROVED
                        && proposal.ref().equals(ref))
                .findFirst();
    }

    boolean isFull() {
        return proposals.size() >= MAX_PROPOSALS;
    }

    /** What the book says to a proposal now. */
    PlanDecision decisionOn(PlanProposal proposal) {
        CommissionPlan plan = proposal.plan();
        return switch (proposal.kind()) {
            case PLAN -> book.add(plan, proposal.request());
            case VERSION -> book.addVersion(plan, proposal.request());
            case RETIREMENT -> book.retire(plan.code(), Objects.requireNonNull(proposal.lastDay(), "lastDay"));
        };
    }

    /** Returns the register with a new proposal that waits. */
    PlanRegister with(PlanProposal waiting) {
        return new PlanRegister(
                book.nextVersion(),
                Stream.concat(proposals.stream(), Stream.of(waiting)).toList());
    }

    /** Returns the register after a proposal was approved. */
    PlanRegister approved(PlanProposal approved, PlanBook changed) {
        return new PlanRegister(changed, decided(approved));
    }

    /** Returns the register after a proposal was declined or withdrawn. */
    PlanRegister closed(PlanProposal closed) {
        return new PlanRegister(book.nextVersion(), decided(closed));
    }

    private List<PlanProposal> decided(PlanProposal decided) {
        List<PlanProposal> all = new ArrayList<>();
        boolean known = false;
        for (PlanProposal proposal : proposals) {
            boolean same = proposal.id().equals(decided.id());
            known |= same;
            all.add(same ? decided : proposal);
        }
        if (!known) {
            all.add(decided);
        }
        return all;
    }
}
