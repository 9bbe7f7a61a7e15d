package io.entente.referral.deals;

import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.ReferralResumed;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves a referral back to the state before it was WON, because its last deal was reversed. The deal publishes the reversal, and the
 * referral publishes its state. The promises and the protection of that state apply again.
 *
 * @param dealId the deal that was reversed
 * @param announced whether the event of the reversal says that the referral resumes
 */
public record UnwinReferral(String dealId, boolean announced) implements ReferralCommand {

    /** A deal can be closed in these states. Any other state came between the deal and the win, and had no deal. */
    private static final Set<ReferralStatus> BEFORE_DEALS = EnumSet.of(
            ReferralStatus.ACCEPTED,
            ReferralStatus.CONTACTED,
            ReferralStatus.MEETING_HELD,
            ReferralStatus.PROPOSAL_SENT);

    /** Whether the referral would go back if it had no deal. */
    static boolean isPossible(Referral referral) {
        return referral.status() == ReferralStatus.WON && before(referral).isPresent();
    }

    @Override
    public CommandName name() {
        return CommandName.UNWIN;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return referral.status() != ReferralStatus.WON;
    }

    @Override
    public Optional<ReferralStatus> leadsTo(Referral referral) {
        return before(referral);
    }

    private static Optional<ReferralStatus> before(Referral referral) {
        return referral.history().stream()
                .map(HistoryEntry::status)
                .filter(status -> status != ReferralStatus.WON)
                .reduce((earlier, later) -> later)
                .filter(BEFORE_DEALS::contains);
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        Referral resumed = draft.referral();
        return new Effect.Published(
                new ReferralResumed(now, resumed.status(), dealId, protectedUntil(resumed, now.at()), announced));
    }

    /** The end of the protection that a referral has when it is no longer won; null if it has ended. */
    static @Nullable Instant protectedUntil(Referral referral, Instant now) {
        Acceptance acceptance = referral.acceptance();
        Instant until = acceptance == null ? null : acceptance.protectedUntil();
        return until != null && until.isAfter(now) ? until : null;
    }
}
