package io.entente.referral.claims;

import io.entente.referral.attribution.Attribution;
import io.entente.referral.attribution.checks.Availability;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.intake.rows.ImportedClients;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.Referral;

/** Claims the client of an imported referral if the client is free. */
public final class ClaimedImports implements ImportedClients {

    private final Attribution attribution;
    private final AttributionPolicies policies;

    public ClaimedImports(Attribution attribution, AttributionPolicies policies) {
        this.attribution = attribution;
        this.policies = policies;
    }

    @Override
    public boolean isHeldByAnother(Referral referral) {
        if (referral.introduction().direction() != Direction.INBOUND || !AttributedReferrals.isOpen(referral)) {
            return false;
        }
        Introduction introduction = ReferralClaimants.introduction(referral, policies);
        if (attribution.claimIfFree(introduction)) {
            return false;
        }
        Availability answer = attribution.check(introduction);
        return answer == Availability.TAKEN || answer == Availability.SIMILAR;
    }
}
