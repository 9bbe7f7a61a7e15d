package io.entente.referral.deals;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.referral.referral.ReferralId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.joda.money.Money;

/** Stores deals together with their events. A deal is never deleted. */
public interface Deals {

    Optional<Deal> find(String dealId);

    /** Returns the referral that holds a deal id; empty if the id is free. */
    Optional<ReferralId> holder(String dealId);

    /**
     * Stores a new deal and publishes its event. This is the write that decides whether a deal is closed.
     *
     * @return completes when the broker has acknowledged the event; empty if the id is taken
     */
    Optional<CompletableFuture<Void>> add(Change<Deal, DealEvent> closed);

    /**
     * Stores new deals and publishes their events.
     *
     * @return for each deal the same as {@link #add}
     */
    List<Optional<CompletableFuture<Void>>> addAll(List<Change<Deal, DealEvent>> closed);

    /** Reads a deal in order to change it with {@link #update}. */
    Optional<Loaded<Deal>> load(String dealId);

    /** @throws ConcurrentUpdateException if another write came in between */
    CompletableFuture<Void> update(Loaded<Deal> before, Change<Deal, DealEvent> change);

    /** Returns the deals of a referral that are not reversed, at most a number of them, the newest first. */
    List<Deal> live(ReferralId referralId, int limit);

    /** Returns a deal of a referral that is not reversed; empty if it has none. */
    default Optional<Deal> live(ReferralId referralId) {
        return live(referralId, 1).stream().findFirst();
    }

    /** Returns the deals of a referral that closed on the given days or between them. */
    List<Deal> closedBetween(ReferralId referralId, LocalDate first, LocalDate last);

    /** Returns the deals of a partner with an amount that closed on the given days or between them, reversed or not. */
    List<Deal> closedBetween(String partnerId, Money amount, LocalDate first, LocalDate last);

    /** Returns the most recently recorded deals of a referral, in the order in which they were recorded. */
    List<Deal> newest(ReferralId referralId, int limit);

    /** Returns a page of the deals of a referral, in the order in which they were recorded. */
    Page<Deal> list(ReferralId referralId, PageRequest page);

    /** Publishes the events that the broker hasn't acknowledged yet; completes at once if there are none. */
    CompletableFuture<Void> publish(String dealId);

    /** Does the same as {@link #publish} for several deals. */
    CompletableFuture<Void> publishAll(Collection<String> dealIds);
}
