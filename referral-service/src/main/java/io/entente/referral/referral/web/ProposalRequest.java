package io.entente.referral.referral.web;

import io.entente.platform.domain.MoneyJson;
import io.entente.platform.web.constraints.PositiveMoney;
import io.entente.referral.referral.commands.RecordProposal;
import io.entente.referral.referral.facts.Progress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/referrals/{id}/proposal}. */
record ProposalRequest(@NotNull LocalDate sentOn, @Nullable @Valid @PositiveMoney MoneyJson amount) {

    RecordProposal toCommand() {
        return new RecordProposal(new Progress.Proposal(sentOn, amount == null ? null : amount.toMoney()));
    }
}
