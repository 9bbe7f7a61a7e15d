package io.entente.referral.claims;

import io.entente.referral.attribution.Attribution;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.matching.Matching;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.intake.rows.ImportedClients;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.facts.Client;
import java.time.Clock;

/** Claims the client of an imported referral if the client is free. */
public final class ClaimedImports implements ImportedClients {

    private final Attribution attribution;
    private final AttributionPolicies policies;
    private final Clock clock;

    public ClaimedImports(Attribution attribution, AttributionPolicies policies, Clock clock) {
        this.attribution = attribution;
        this.policies = policies;
        this.clock = clock;
    }

    /** If the referral holds its client now, no other one does, and nothing has to be looked up. */
    @Override
    public Holder claim(Referral referral) {
        boolean claims = isInbound(referral) && needsClient(referral) && isProtected(referral);
        if (claims && attribution.claimIfFree(introduction(referral))) {
            return Holder.NO_OTHER;
        }
        if (isOfAnother(referral)) {
            return Holder.ANOTHER_PARTNER;
        }
        return isRepeated(referral) ? Holder.SAME_PARTNER : Holder.NO_OTHER;
    }

    /** A referral that ended without a deal needs no client. */
    @Override
    public boolean isOfAnother(Referral referral) {
        return isInbound(referral) && needsClient(referral) && attribution.isHeldByAnother(introduction(referral));
    }

    @Override
    public boolean areAlike(Client one, Client other) {
        Matching matching = policies.inForce().matching();
        return matching.isConflict(matching.compare(
                ReferralClaimants.identity(one, policies), ReferralClaimants.identity(other, policies)));
    }

    @Override
    public boolean isRepeated(Referral referral) {
        return isInbound(referral)
                && AttributedReferrals.isOpen(referral)
                && attribution
                        .repetition(
                                referral.introduction().partnerId(),
                                introduction(referral).client())
                        .filter(other -> !other.first().isOf(introduction(referral))
                                && !other.state().equals(ReferralStatus.WON.name()))
                        .isPresent();
    }

    /** A referral that was won keeps its client until its protection ends, like one that was won by hand. */
    private static boolean needsClient(Referral referral) {
        return AttributedReferrals.isOpen(referral) || referral.status() == ReferralStatus.WON;
    }

    /** A protection that ended before the import claims nothing, so it is in nobody's way, not even while it is written. */
    private boolean isProtected(Referral referral) {
        Acceptance acceptance = referral.acceptance();
        return acceptance == null || acceptance.protectedUntil().isAfter(clock.instant());
    }

    private Introduction introduction(Referral referral) {
        return ReferralClaimants.introduction(referral, policies);
    }

    private static boolean isInbound(Referral referral) {
        return referral.introduction().direction() == Direction.INBOUND;
    }
}
