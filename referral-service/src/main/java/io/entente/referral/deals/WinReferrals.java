package io.entente.referral.deals;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Loaded;
import io.entente.referral.referral.ClockPolicy;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommandHandler;
import io.entente.referral.referral.ReferralCommandHandler.Answer;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Origin;
import io.entente.referral.sla.Promises;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Moves referrals to WON after a deal was stored, and back after the last one was reversed. The write of the deal decides, and the
 * referral follows. This also holds after a crash, because a deal stays pending until the state of its referral follows from it.
 */
public final class WinReferrals {

    /** The maximum number of deals that one round of the sweep handles. */
    static final int BATCH = 500;

    /**
     * The time that the handler of a deal has to move the referral itself. If it takes longer, it has probably crashed.
     */
    static final Duration GRACE = Duration.ofSeconds(5);

    private final Referrals referrals;
    private final ReferralCommandHandler commands;
    private final Terms terms;
    private final PendingWins pending;
    private final Deals deals;
    private final Clock clock;

    public WinReferrals(
            Referrals referrals,
            ReferralCommandHandler commands,
            ClockPolicy clocks,
            PendingWins pending,
            Deals deals,
            Clock clock) {
        this.referrals = referrals;
        this.commands = commands;
        // A referral that is WON starts no clock and gets no protection, so the terms of its partner aren't looked up.
        this.terms = new Terms(Promises.NONE, Duration.ZERO, clocks);
        this.pending = pending;
        this.deals = deals;
        this.clock = clock;
    }

    /** Moves a referral that was just read. Reads it again only if another write came in between. */
    void win(Loaded<Referral> loaded, Deal deal, Occurrence now) {
        Referral referral = loaded.state();
        WinReferral command = new WinReferral(deal);
        Change<Referral, ReferralEvent> won = referral.take(command, now, terms).orElseThrow();
        if (!referral.isChangedBy(won)) {
            return;
        }
        try {
            CompletableFuture<Void> unused = referrals.update(loaded, won);
        } catch (ConcurrentUpdateException changed) {
            win(deal, now);
        }
    }

    private void win(Deal deal, Occurrence now) {
        commands.handle(deal.referralId(), new WinReferral(deal), now, anyVersion -> {});
    }

    /**
     * Moves a referral back if the deal that was reversed was its last one. The deal stays pending for {@link #GRACE}, after which
     * the sweep looks again, because another deal may have been stored at the same time.
     *
     * @return the referral afterwards; empty if it stays WON
     */
    Optional<Referral> reversed(Deal deal, Occurrence now) {
        if (deals.live(deal.referralId()).isPresent()) {
            return Optional.empty();
        }
        Deal.Reversal reversal = deal.reversal();
        boolean announced = reversal != null && reversal.resumesReferral();
        return commands.handle(deal.referralId(), new UnwinReferral(deal.dealId(), announced), now, anyVersion -> {})
                .filter(Answer.Done.class::isInstance)
                .map(answer -> ((Answer.Done) answer).referral());
    }

    /** Moves the referrals of deals that have been pending for longer than {@link #GRACE}. */
    public void sweep() {
        Instant before = clock.instant().minus(GRACE);
        List<Deal> batch = pending.storedBefore(before, BATCH);
        while (!batch.isEmpty()) {
            follow(batch);
            batch = batch.size() < BATCH ? List.of() : pending.storedBefore(before, BATCH);
        }
    }

    private void follow(List<Deal> batch) {
        Set<ReferralId> won = referrals.won(batch.stream().map(Deal::referralId).collect(Collectors.toSet()));
        for (Deal deal : batch) {
            if (deal.reversal() != null) {
                followReversal(deal);
            } else if (!won.contains(deal.referralId())) {
                win(deal, since(deal));
            }
        }
        pending.clear(batch.stream().map(Deal::dealId).toList());
    }

    private void followReversal(Deal deal) {
        deals.live(deal.referralId()).ifPresentOrElse(live -> win(live, now(live)), () -> reversed(deal, now(deal)));
    }

    private Occurrence now(Deal deal) {
        return new Occurrence(Occurrence.live(clock).at(), new Actor(deal.recordedBy()), Origin.LIVE);
    }

    /**
     * Returns when the change happens. Imported history keeps its time; a live referral changes now, because its clocks
     * may have moved on.
     */
    private Occurrence since(Deal deal) {
        return deal.origin() == Origin.LIVE ? now(deal) : deal.recorded();
    }
}
