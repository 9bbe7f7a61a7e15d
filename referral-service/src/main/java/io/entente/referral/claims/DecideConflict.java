package io.entente.referral.claims;

import io.entente.referral.referral.ClaimEvent.ConflictDecided;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.Occurrence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a referral how the conflict with another referral of the same client was decided. Each of the two referrals
 * gets this command.
 *
 * @param rule the rule of the program that decided, such as {@code FIRST_INTRODUCTION}
 * @param outcome the result for this referral: {@code HOLDS_CLAIM}, {@code SHARES_CLAIM} or {@code DUPLICATE}
 * @param duplicateOf the referral that holds the claim instead; absent if this one continues
 * @param credit who is credited with later deals; empty unless the claim is split
 * @param reason worded so that both partners may read it
 * @param conflictId the conflict that is decided; the two referrals may have had others before
 * @param round 1 for the first decision of the conflict; each appeal leads to one more
 * @param isContestedFurther whether another conflict of the referral about the client is open
 */
public record DecideConflict(
        ReferralId conflictingReferralId,
        String rule,
        String outcome,
        @Nullable ReferralId duplicateOf,
        List<CreditShare> credit,
        String reason,
        String conflictId,
        int round,
        boolean isContestedFurther)
        implements ReferralCommand {

    private static final String SHARES_CLAIM = "SHARES_CLAIM";

    public DecideConflict {
        credit = List.copyOf(credit);
    }

    @Override
    public CommandName name() {
        return duplicateOf == null ? CommandName.SETTLE : CommandName.YIELD;
    }

    /** A referral that still believes to be contested when nothing is open any more must hear the decision again. */
    @Override
    public boolean isDoneIn(Referral referral) {
        boolean isOutdated = duplicateOf == null
                && !isContestedFurther
                && referral.openConflicts().isContested();
        return !isOutdated && isTold(referral);
    }

    private boolean isTold(Referral referral) {
        return referral.lastOf(conflictingReferralId)
                .map(last -> last.what().equals("conflict-decided")
                        && outcome.equals(last.details().get("outcome"))
                        && conflictId.equals(last.details().getOrDefault(ConflictDecided.CONFLICT, conflictId))
                        && String.valueOf(round).equals(last.details().get(ConflictDecided.ROUND)))
                .orElse(false);
    }

    /**
     * Whether the credit stays as it is. This decision doesn't affect shares that were agreed with another referral.
     */
    private boolean keepsCredit(Referral referral) {
        boolean sharedWithThisOne = referral.lastOf(conflictingReferralId)
                .map(last -> SHARES_CLAIM.equals(last.details().get("outcome")))
                .orElse(false);
        return credit.isEmpty() && !sharedWithThisOne;
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        Referral referral = draft.referral();
        draft.duplicateOf(duplicateOf).credit(keepsCredit(referral) ? referral.credit() : credit);
        return new Effect.Published(new ConflictDecided(
                now,
                conflictingReferralId,
                rule,
                outcome,
                duplicateOf,
                credit,
                reason,
                conflictId,
                round,
                isContestedFurther));
    }
}
