package io.entente.partner.tiers.review;

import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.tiers.TierStanding;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reviews have proposed for a partner. There is at most one open proposal.
 *
 * @param version 1 for the first proposal, increased by one with every change; 0 before
 * @param sequence the number of the last event
 * @param proposal the latest one; null if there was none
 */
public record TierReview(PartnerId partner, long version, long sequence, @Nullable TierProposal proposal) {

    /** Nothing was proposed yet. */
    public static TierReview none(PartnerId partner) {
        return new TierReview(partner, 0, 0, null);
    }

    /**
     * Proposes what follows from a partner's standing, or withdraws what doesn't follow any more.
     *
     * @param since the day on which the partner's tier began, or on which it became active if that is later
     * @param isDecided whether a change is decided that hasn't begun
     */
    public Change<TierReview, TierChangeProposed> after(
            TierStanding standing, LocalDate since, boolean isDecided, Instant now, ZoneId zone) {
        Tier to = standing.reached();
        TierProposal last = proposal;
        boolean isProposed = last != null && last.isOpen() && last.from() == standing.tier() && last.to() == to;
        if (isProposed && !isDecided) {
            return Change.nothing(this);
        }
        if (isDecided || to == standing.tier() || isTooEarly(standing, to, since) || isRepeated(standing, to, zone)) {
            return last != null && last.isOpen()
                    ? new Change<>(with(last.closed(ProposalStatus.WITHDRAWN, null, now, null), 0), List.of())
                    : Change.nothing(this);
        }
        TierProposal next = new TierProposal(
                last == null ? 1 : last.number() + 1,
                standing.tier(),
                to,
                standing.until(),
                standing.figures(),
                standing.policy().version(),
                ProposalStatus.OPEN,
                null,
                null,
                null);
        return Change.of(with(next, 1), new TierChangeProposed(next, Actor.SYSTEM));
    }

    /** Nobody is demoted who has just come into its tier. */
    private static boolean isTooEarly(TierStanding standing, Tier to, LocalDate since) {
        return standing.tier().isAbove(to)
                && standing.until().isBefore(since.plusDays(standing.policy().settlingDays()));
    }

    private boolean isRepeated(TierStanding standing, Tier to, ZoneId zone) {
        TierProposal last = proposal;
        return last != null
                && last.status() == ProposalStatus.DECLINED
                && last.decidedAt() != null
                && last.from() == standing.tier()
                && last.to() == to
                && standing.until()
                        .isBefore(LocalDate.ofInstant(last.decidedAt(), zone)
                                .plusDays(standing.policy().repeatDays()));
    }

    /** Closes the open proposal. If it was closed in this way before, nothing changes. */
    public Decision<Change<TierReview, TierChangeProposed>> decide(
            ProposalStatus as, String reason, Actor by, Instant now) {
        TierProposal last = proposal;
        if (last == null) {
            return Decision.rejected("Nothing is proposed for this partner.");
        }
        if (last.status() == as) {
            return Decision.allowed(Change.nothing(this));
        }
        return last.isOpen()
                ? Decision.allowed(new Change<>(with(last.closed(as, by.value(), now, reason), 0), List.of()))
                : Decision.rejected("The proposal is %s already.".formatted(last.status()));
    }

    private TierReview with(TierProposal changed, int events) {
        return new TierReview(partner, version + 1, sequence + events, changed);
    }
}
