package io.entente.referral.intake.profiles;

import io.entente.referral.referral.ReferralStatus;
import java.util.stream.Stream;

/**
 * The stage of a CRM's deal in this program's words, and the status that its referral gets from it. The stages are in order.
 */
public enum Stage {
    /** The partner has introduced the client. */
    SUBMITTED(ReferralStatus.SUBMITTED),
    /** The firm has accepted the referral. */
    ACCEPTED(ReferralStatus.ACCEPTED),
    /** The firm has contacted the client. */
    CONTACTED(ReferralStatus.CONTACTED),
    /** The firm has met the client. */
    MEETING_HELD(ReferralStatus.MEETING_HELD),
    /** The client has a proposal. */
    PROPOSAL_SENT(ReferralStatus.PROPOSAL_SENT),
    /** The client bought. */
    WON(ReferralStatus.WON),
    /** The client didn't buy. */
    LOST(ReferralStatus.LOST);

    private final ReferralStatus status;

    Stage(ReferralStatus status) {
        this.status = status;
    }

    public ReferralStatus status() {
        return status;
    }

    /** Whether a referral is further on than this stage. A referral that has ended is further on than any open stage. */
    public boolean isBehind(ReferralStatus reached) {
        return !isClosed()
                && Stream.of(values()).anyMatch(stage -> stage.status == reached && stage.compareTo(this) > 0);
    }

    /** The same for a referral that is still open and has moved ahead, so nothing has to be decided. */
    public boolean isBehindOpen(ReferralStatus reached) {
        return isBehind(reached) && reached != ReferralStatus.WON && reached != ReferralStatus.LOST;
    }

    public boolean isClosed() {
        return this == WON || this == LOST;
    }
}
