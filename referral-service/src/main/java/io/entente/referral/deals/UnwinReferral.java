package io.entente.referral.deals;

import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves a referral back to the state before it was WON, because its last deal was reversed. The deal publishes its own event, so
 * the referral only records the change. The promises and the protection of that state apply again.
 *
 * @param dealId the deal that was reversed
 */
public record UnwinReferral(String dealId) implements ReferralCommand {

    /** A deal can be closed in these states. Any other state came between the deal and the win, and had no deal. */
    private static final Set<ReferralStatus> BEFORE_DEALS = EnumSet.of(
            ReferralStatus.ACCEPTED,
            ReferralStatus.CONTACTED,
            ReferralStatus.MEETING_HELD,
            ReferralStatus.PROPOSAL_SENT);

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
        return referral.history().stream()
                .map(HistoryEntry::status)
                .filter(status -> status != ReferralStatus.WON)
                .reduce((earlier, later) -> later)
                .filter(BEFORE_DEALS::contains);
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        return new Effect.Recorded(new HistoryEntry(
                now.at(),
                DealEvent.DealReversed.WHAT,
                now.actor().value(),
                draft.referral().status(),
                false,
                Map.of("dealId", dealId)));
    }
}
