package io.entente.referral.referral.mongo;

import io.entente.platform.domain.MoneyJson;
import io.entente.referral.referral.facts.Progress;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored form of a referral's progress. Dates are text, as in {@link DealDocument}. */
record ProgressDocument(@Nullable String contactedOn, List<String> meetings, List<ProposalDocument> proposals) {

    static ProgressDocument of(Progress progress) {
        return new ProgressDocument(
                progress.contactedOn() == null ? null : progress.contactedOn().toString(),
                progress.meetings().stream().map(LocalDate::toString).toList(),
                progress.proposals().stream().map(ProposalDocument::of).toList());
    }

    Progress toProgress() {
        return new Progress(
                contactedOn == null ? null : LocalDate.parse(contactedOn),
                meetings.stream().map(LocalDate::parse).toList(),
                proposals.stream().map(ProposalDocument::toProposal).toList());
    }

    record ProposalDocument(String sentOn, @Nullable MoneyJson amount) {

        static ProposalDocument of(Progress.Proposal proposal) {
            return new ProposalDocument(
                    proposal.sentOn().toString(), proposal.amount() == null ? null : MoneyJson.of(proposal.amount()));
        }

        Progress.Proposal toProposal() {
            return new Progress.Proposal(LocalDate.parse(sentOn), amount == null ? null : amount.toMoney());
        }
    }
}
