package io.entente.referral.submission;

import io.entente.referral.submission.ReferralEvent.ConflictDecided;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conflict between two referrals of one client is decided. Each of the two is told.
 *
 * @param rule the program's rule that decided, {@code FIRST_INTRODUCTION}
 * @param outcome what it means for this referral, {@code HOLDS_CLAIM}, {@code SHARES_CLAIM}, {@code DUPLICATE}
 * @param duplicateOf the referral that holds the claim instead; absent where this one goes on
 * @param credit who is credited with later deals; empty unless the claim is split
 * @param reason put so that both partners may read it
 */
public record DecideConflict(
        ReferralId conflictingReferralId,
        String rule,
        String outcome,
        @Nullable ReferralId duplicateOf,
        List<CreditShare> credit,
        String reason)
        implements ReferralCommand {

    public DecideConflict {
        credit = List.copyOf(credit);
    }

    @Override
    public CommandName name() {
        return duplicateOf == null ? CommandName.SETTLE : CommandName.YIELD;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return referral.lastOf(conflictingReferralId)
                .map(last -> last.what().equals("conflict-decided")
                        && outcome.equals(last.details().get("outcome")))
                .orElse(false);
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        draft.duplicateOf(duplicateOf).credit(credit);
        return new Effect.Told(new ConflictDecided(now, this));
    }
}
