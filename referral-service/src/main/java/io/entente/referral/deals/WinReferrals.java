package io.entente.referral.deals;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Loaded;
import io.entente.referral.referral.ClockPolicy;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommandHandler;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Moves referrals to WON after a deal was stored. The write of the deal decides, and the referral follows. This also
 * holds after a crash, because a deal stays pending until its referral is WON.
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
    private final Clock clock;

    public WinReferrals(
            Referrals referrals,
            ReferralCommandHandler commands,
            ClockPolicy clocks,
            PendingWins pending,
            Clock clock) {
        this.referrals = referrals;
        this.commands = commands;
        // A referral that is WON starts no clock and gets no protection, so the terms of its partner aren't looked up.
        this.terms = new Terms(Promises.NONE, Duration.ZERO, clocks);
        this.pending = pending;
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

    /** Moves the referrals of deals that have been pending for longer than {@link #GRACE}. */
    public void sweep() {
        Instant before = clock.instant().minus(GRACE);
        List<Deal> batch = pending.storedBefore(before, BATCH);
        while (!batch.isEmpty()) {
            win(batch);
            batch = batch.size() < BATCH ? List.of() : pending.storedBefore(before, BATCH);
        }
    }

    private void win(List<Deal> deals) {
        Set<ReferralId> won = referrals.won(deals.stream().map(Deal::referralId).collect(Collectors.toSet()));
        deals.stream().filter(deal -> !won.contains(deal.referralId())).forEach(deal -> win(deal, since(deal)));
        pending.clear(deals.stream().map(Deal::dealId).toList());
    }

    /**
     * Returns when the change happens. Imported history keeps its time; a live referral changes now, because its clocks
     * may have moved on.
     */
    private Occurrence since(Deal deal) {
        return deal.origin() == Origin.LIVE
                ? new Occurrence(Occurrence.live(clock).at(), new Actor(deal.recordedBy()), Origin.LIVE)
                : deal.recorded();
    }
}
