package io.entente.commission.plans.mongo;

import io.entente.commission.plans.changes.PlanProposal;
import io.entente.commission.plans.changes.PlanProposal.Kind;
import io.entente.commission.plans.changes.PlanProposal.Notice;
import io.entente.commission.plans.changes.PlanProposal.Status;
import io.entente.commission.plans.changes.PlanProposal.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored form of a proposal to change the program's plans. Days are text, as in {@link PlanDocument}. */
record ProposalDocument(
        String proposalId,
        Kind kind,
        PlanDocument plan,
        @Nullable String lastDay,
        List<String> because,
        @Nullable NoticeDocument notice,
        String author,
        Instant proposedAt,
        @Nullable String request,
        @Nullable VerdictDocument decision) {

    record NoticeDocument(int days, @Nullable String reason) {}

    record VerdictDocument(Status status, @Nullable String by, Instant at, @Nullable String reason) {}

    static ProposalDocument of(PlanProposal proposal) {
        LocalDate last = proposal.lastDay();
        Notice notice = proposal.notice();
        Verdict verdict = proposal.decision();
        return new ProposalDocument(
                proposal.id(),
                proposal.kind(),
                PlanDocument.of(proposal.plan()),
                last == null ? null : last.toString(),
                proposal.because(),
                notice == null ? null : new NoticeDocument(notice.days(), notice.reason()),
                proposal.author(),
                proposal.proposedAt(),
                proposal.request(),
                verdict == null
                        ? null
                        : new VerdictDocument(verdict.status(), verdict.by(), verdict.at(), verdict.reason()));
    }

    PlanProposal toProposal() {
        return new PlanProposal(
                proposalId,
                kind,
                plan.toPlan(),
                lastDay == null ? null : LocalDate.parse(lastDay),
                because,
                notice == null ? null : new Notice(notice.days(), notice.reason()),
                author,
                proposedAt,
                request,
                decision == null
                        ? null
                        : new Verdict(decision.status(), decision.by(), decision.at(), decision.reason()));
    }
}
