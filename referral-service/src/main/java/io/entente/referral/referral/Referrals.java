package io.entente.referral.referral;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.Receipt;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Stores referrals together with their events. */
public interface Referrals {

    /** Reads a referral in order to show it, or to make another decision with it. */
    Optional<Referral> find(ReferralId id);

    /** Reads a referral in order to change it with {@link #update}. */
    Optional<Loaded<Referral>> load(ReferralId id);

    /** Reads the referrals that exist among these ids, in order to change them. */
    Map<ReferralId, Loaded<Referral>> loadAll(Collection<ReferralId> ids);

    /** Returns which of these referrals are WON, in one round trip. */
    Set<ReferralId> won(Collection<ReferralId> ids);

    /** Returns which of these referrals an actor has submitted, in one round trip. */
    Set<ReferralId> submittedBy(String author, Collection<ReferralId> ids);

    /**
     * Stores a new referral and publishes its events.
     *
     * @param receipt the answer to the caller; absent for imports, which answer nobody
     * @return completes when the broker has acknowledged the events; empty if a referral with this id exists
     */
    Optional<CompletableFuture<Void>> add(Change<Referral, ReferralEvent> submitted, @Nullable Receipt receipt);

    /**
     * Stores new referrals that nobody waits for, and publishes their events.
     *
     * @return for each referral the same as {@link #add}
     */
    List<Optional<CompletableFuture<Void>>> addAll(List<Change<Referral, ReferralEvent>> submitted);

    /** The answer that was given when the referral was created. */
    Optional<Receipt> receipt(ReferralId id);

    /**
     * Stores a changed referral and publishes its events.
     *
     * @param before the referral as {@link #load} returned it
     * @return completes when the broker has acknowledged the events
     * @throws ConcurrentUpdateException if another write came in between
     */
    CompletableFuture<Void> update(Loaded<Referral> before, Change<Referral, ReferralEvent> change);

    /** Publishes the events that the broker hasn't acknowledged yet; completes at once if there are none. */
    CompletableFuture<Void> publish(ReferralId id);

    /** Does the same as {@link #publish} for several referrals. */
    CompletableFuture<Void> publishAll(Collection<ReferralId> ids);
}
