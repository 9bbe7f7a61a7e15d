package io.entente.referral.intake.profiles;

import io.entente.referral.referral.ReferralStatus;
import java.util.stream.Stream;

/** Where a CRM's deal stands, in this program's words, and what its referral becomes by it. From the first on to the last. */
public enum Stage {
    /** The partner has named the client. */
    SUBMITTED(ReferralStatus.SUBMITTED),
    /** The firm has taken it on. */
    ACCEPTED(ReferralStatus.ACCEPTED),
    /** The firm has spoken with the client. */
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

    /** Whether a referral is further on than this. What has ended is further on than whatever is open. */
    public boolean isBehind(ReferralStatus reached) {
        return !isClosed()
                && Stream.of(values()).anyMatch(stage -> stage.status == reached && stage.compareTo(this) > 0);
    }

    /** The same, where the referral is still open: it went ahead, and nothing is to be decided. */
    public boolean isBehindOpen(ReferralStatus reached) {
        return isBehind(reached) && reached != ReferralStatus.WON && reached != ReferralStatus.LOST;
    }

    public boolean isClosed() {
        return this == WON || this == LOST;
    }
}
