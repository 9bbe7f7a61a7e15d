package io.entente.referral.claims;

import io.entente.referral.referral.ClaimEvent.ConflictDecided;
import io.entente.referral.referral.ClaimEvent.ConflictDetected;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import java.math.BigDecimal;
import java.util.List;

/**
 * Tells a referral that another referral claims the same client, or one that seems to be the same. Each of the two
 * referrals gets this command.
 *
 * @param holdsClaim whether this referral holds the claim and continues meanwhile; the other one waits for the decision
 * @param score similarity of the clients, as a fraction of 1
 * @param matchedFields the fields that are alike, such as {@code domain} and {@code organisation}
 */
public record DetectConflict(
        ReferralId conflictingReferralId,
        String conflictingPartnerId,
        boolean holdsClaim,
        BigDecimal score,
        List<String> matchedFields)
        implements ReferralCommand {

    public DetectConflict {
        matchedFields = List.copyOf(matchedFields);
    }

    @Override
    public CommandName name() {
        return holdsClaim ? CommandName.CONTEST : CommandName.CONFLICT;
    }

    /** The two may have changed places since they heard of each other, so a referral that is to wait must really wait. */
    @Override
    public boolean isDoneIn(Referral referral) {
        return referral.openConflicts().with().contains(conflictingReferralId)
                && (holdsClaim || referral.status() == ReferralStatus.CONFLICTED);
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        return new Effect.Published(new ConflictDetected(
                now, conflictingReferralId, conflictingPartnerId, score, matchedFields, isKnown(draft.referral())));
    }

    /**
     * Whether the partner has been told already that a decision about the client is open, because of another referral or with the
     * last decision.
     */
    private static boolean isKnown(Referral referral) {
        return referral.openConflicts().isContested()
                || referral.lastOfConflicts()
                        .filter(last -> last.details().containsKey(ConflictDecided.CONTESTED_FURTHER))
                        .isPresent();
    }
}
