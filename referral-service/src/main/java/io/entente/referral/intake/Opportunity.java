package io.entente.referral.intake;

import io.entente.messaging.ids.DerivedId;
import io.entente.referral.submission.Client;
import io.entente.referral.submission.ReferralId;
import io.entente.referral.submission.ReferralStatus;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A row of a CRM's opportunities, understood. Its referral's and its deal's ids follow from its own, so that the same row
 * can't make a second one.
 *
 * @param engagedOn when the firm was put in touch; absent only while prospecting
 * @param closedOn present where won or lost
 * @param value present where won
 * @param rowHash of the mapped columns
 */
record Opportunity(
        String id,
        String partnerId,
        Client client,
        String service,
        Stage stage,
        @Nullable LocalDate engagedOn,
        @Nullable LocalDate closedOn,
        @Nullable Money value,
        String rowHash) {

    /** Where the opportunity stands, and what its referral becomes by it. */
    enum Stage {
        PROSPECTING(ReferralStatus.SUBMITTED),
        ENGAGING(ReferralStatus.CONTACTED),
        WON(ReferralStatus.WON),
        LOST(ReferralStatus.LOST);

        private final ReferralStatus status;

        Stage(ReferralStatus status) {
            this.status = status;
        }

        ReferralStatus status() {
            return status;
        }

        boolean isClosed() {
            return this == WON || this == LOST;
        }
    }

    ReferralId referralId() {
        return new ReferralId(DerivedId.of(ReferralId.PREFIX, "import", CrmOpportunities.PROFILE, id));
    }

    String dealId() {
        return DerivedId.of("deal", "import", CrmOpportunities.PROFILE, id);
    }
}
