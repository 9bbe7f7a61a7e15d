package io.entente.referral.referral;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where referrals are kept, with the events that tell of them. */
public interface Referrals {

    Optional<Referral> find(ReferralId id);

    /** Referrals in the order of their ids. */
    Page<Referral> list(@Nullable String partnerId, @Nullable ReferralStatus status, PageRequest page);

    /**
     * Stores a new referral and publishes its events.
     *
     * @param receipt what was answered; absent for imports, which answer nobody
     * @return completes when the broker has acknowledged the events; empty where a referral with this id exists
     */
    Optional<CompletableFuture<Void>> add(Change<Referral, ReferralEvent> submitted, @Nullable Receipt receipt);

    /** What was answered when the referral was created. */
    Optional<Receipt> receipt(ReferralId id);

    /**
     * Stores a changed referral and publishes its events.
     *
     * @return completes when the broker has acknowledged them
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another write came between
     */
    CompletableFuture<Void> update(Change<Referral, ReferralEvent> change);

    /** Publishes what the broker hasn't acknowledged yet; complete where that is nothing. */
    CompletableFuture<Void> publish(ReferralId id);
}
