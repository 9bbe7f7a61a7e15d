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
import java.util.function.Function;
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
     * Proposes what follows from a partner's standing, or withdraws what doesn't follow any more. What a person has asked for stays open.
     *
     * @param since the day on which the partner's tier began, or on which it became active if that is later
     * @param isDecided whether a change is decided that hasn't begun
     */
    public Change<TierReview, TierChangeProposed> after(
            TierStanding standing, LocalDate since, boolean isDecided, Instant now, ZoneId zone) {
        Tier to = standing.reached();
        TierProposal last = proposal;
        if (last != null && last.isOpen() && last.askedBy() != null && !isDecided && last.to() != standing.tier()) {
            return Change.nothing(this);
        }
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
                null,
                null,
                null,
                null);
        return Change.of(with(next, 1), new TierChangeProposed(next, Actor.SYSTEM));
    }

    /**
     * A person asks for a promotion that takes two. It takes the place of another open proposal. Asking again changes nothing.
     *
     * @param effectiveOn the first day; null for the earliest one
     */
    public Decision<Change<TierReview, TierChangeProposed>> ask(
            TierStanding standing, Tier to, @Nullable LocalDate effectiveOn, String reason, Actor by) {
        TierProposal last = proposal;
        if (last != null && last.isOpen() && last.to() == to) {
            return Actor.isSamePerson(last.agreedBy(), by.value())
                    ? Decision.allowed(Change.nothing(this))
                    : Decision.rejected("The tier %s is proposed already. Approve the proposal.".formatted(to));
        }
        TierProposal next = new TierProposal(
                last == null ? 1 : last.number() + 1,
                standing.tier(),
                to,
                standing.until(),
                standing.figures(),
                standing.policy().version(),
                ProposalStatus.OPEN,
                by.value(),
                by.value(),
                effectiveOn,
                null,
                null,
                reason);
        return Decision.allowed(Change.of(with(next, 1), new TierChangeProposed(next, by)));
    }

    /** The first of two persons agrees to the open proposal. */
    Decision<Change<TierReview, TierChangeProposed>> agree(Actor by) {
        TierProposal last = proposal;
        return last != null && last.isOpen() && last.agreedBy() == null
                ? Decision.allowed(new Change<>(with(last.agreed(by.value()), 0), List.of()))
                : Decision.rejected("The proposal was decided or agreed to meanwhile.");
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

    /**
     * The review with another reason of its decision. If there is none, or it is the same, nothing changes.
     *
     * @param reason makes it out of the one that is stored; null removes it
     */
    Change<TierReview, TierChangeProposed> withReason(Function<String, @Nullable String> reason) {
        TierProposal last = proposal;
        if (last == null || last.reason() == null) {
            return Change.nothing(this);
        }
        String other = reason.apply(last.reason());
        return last.reason().equals(other)
                ? Change.nothing(this)
                : new Change<>(with(last.withReason(other), 0), List.of());
    }

    private TierReview with(TierProposal changed, int events) {
        return new TierReview(partner, version + 1, sequence + events, changed);
    }
}
