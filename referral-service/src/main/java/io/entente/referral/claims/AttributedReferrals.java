package io.entente.referral.claims;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.Receipt;
import io.entente.referral.attribution.Attribution;
import io.entente.referral.attribution.PendingClaimChange;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.ClaimEvent.ProtectionExtended;
import io.entente.referral.referral.ClaimEvent.ReferralExpired;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralEvent.ReferralAccepted;
import io.entente.referral.referral.ReferralEvent.ReferralDeclined;
import io.entente.referral.referral.ReferralEvent.ReferralLost;
import io.entente.referral.referral.ReferralEvent.ReferralReopened;
import io.entente.referral.referral.ReferralEvent.ReferralWithdrawn;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Referrals;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Stores referrals and makes their claims follow every write. A referral that ends releases its client, and one that is
 * reopened claims it again. An accepted referral gets protection.
 */
public final class AttributedReferrals implements Referrals {

    /** The events that change a claim. */
    private static final Set<Class<?>> FOLLOWED = Set.of(
            ReferralDeclined.class,
            ReferralWithdrawn.class,
            ReferralLost.class,
            ReferralExpired.class,
            ReferralReopened.class,
            ProtectionExtended.class);

    private final Referrals stored;
    private final Attribution attribution;
    private final AttributionPolicies policies;

    public AttributedReferrals(Referrals stored, Attribution attribution, AttributionPolicies policies) {
        this.stored = stored;
        this.attribution = attribution;
        this.policies = policies;
    }

    @Override
    public Optional<CompletableFuture<Void>> add(Change<Referral, ReferralEvent> submitted, @Nullable Receipt receipt) {
        protectNew(submitted);
        return stored.add(submitted, receipt);
    }

    @Override
    public List<Optional<CompletableFuture<Void>>> addAll(List<Change<Referral, ReferralEvent>> submitted) {
        submitted.forEach(this::protectNew);
        protectImported(submitted);
        return stored.addAll(submitted);
    }

    /** The protection of an imported open referral ends like that of any other. */
    private void protectImported(List<Change<Referral, ReferralEvent>> changes) {
        Map<String, Instant> ends = new LinkedHashMap<>();
        for (Change<Referral, ReferralEvent> change : changes) {
            Referral referral = change.state();
            Acceptance acceptance = referral.acceptance();
            boolean granted = change.events().stream()
                    .anyMatch(event -> event instanceof ReferralAccepted
                            && !event.occurrence().isLive());
            if (granted && acceptance != null && isInbound(referral) && isOpen(referral)) {
                ends.put(referral.id().value(), acceptance.protectedUntil());
            }
        }
        if (!ends.isEmpty()) {
            attribution.protectImported(ends);
        }
    }

    private void protectNew(Change<Referral, ReferralEvent> submitted) {
        if (isInbound(submitted.state())) {
            protect(submitted);
        }
    }

    @Override
    public CompletableFuture<Void> update(Loaded<Referral> before, Change<Referral, ReferralEvent> change) {
        if (!isInbound(change.state())) {
            return stored.update(before, change);
        }
        if (before.state().imported() != null && isAcceptedNow(change)) {
            // It was imported without its client if another partner has it. Then it is in conflict now, and the write
            // fails.
            attribution.claimLate(ReferralClaimants.introduction(before.state(), policies));
        }
        protect(change);
        protectImported(List.of(change));
        Acceptance acceptance = change.state().acceptance();
        if (acceptance != null && isUnwon(before.state(), change.state())) {
            // Its planned end may have come while the referral was WON, and had no effect.
            attribution.protect(change.state().id().value(), acceptance.protectedUntil());
        }
        if (!isFollowed(before.state(), change)) {
            return stored.update(before, change);
        }
        Introduction introduction = ReferralClaimants.introduction(change.state(), policies);
        PendingClaimChange following = attribution.changing(introduction);
        CompletableFuture<Void> published = update(before, change, following);
        attribution.changed(following);
        return published;
    }

    private CompletableFuture<Void> update(
            Loaded<Referral> before, Change<Referral, ReferralEvent> change, PendingClaimChange following) {
        try {
            return stored.update(before, change);
        } catch (ConcurrentUpdateException lost) {
            attribution.unchanged(following);
            throw lost;
        }
    }

    /**
     * Whether a write changes the claim. A referral that becomes WON after it ended claims its client again, like a
     * reopened one.
     */
    private static boolean isFollowed(Referral before, Change<Referral, ReferralEvent> change) {
        boolean unwon = isUnwon(before, change.state());
        boolean revived = change.state().status() == ReferralStatus.WON
                && before.status() != ReferralStatus.WON
                && !isOpen(before);
        return revived || unwon || change.events().stream().anyMatch(event -> FOLLOWED.contains(event.getClass()));
    }

    /** Whether the last deal was reversed, so that the protection counts again. */
    private static boolean isUnwon(Referral before, Referral after) {
        return before.status() == ReferralStatus.WON && after.status() != ReferralStatus.WON;
    }

    /**
     * Stores the end of the protection before the referral is written. If the write fails, the date has no effect; in
     * the other order, a crash would leave a protection without an end.
     */
    private void protect(Change<Referral, ReferralEvent> change) {
        Acceptance acceptance = change.state().acceptance();
        boolean granted = change.events().stream()
                .anyMatch(event -> event.occurrence().isLive()
                        && (event instanceof ReferralAccepted || event instanceof ProtectionExtended));
        if (granted && acceptance != null) {
            attribution.protect(change.state().id().value(), acceptance.protectedUntil());
        }
    }

    private static boolean isAcceptedNow(Change<Referral, ReferralEvent> change) {
        return change.events().stream()
                .anyMatch(event ->
                        event instanceof ReferralAccepted && event.occurrence().isLive());
    }

    private static boolean isInbound(Referral referral) {
        return referral.introduction().direction() == Direction.INBOUND;
    }

    /** Whether the referral is neither ended nor won. A won referral is history that already names its partner. */
    static boolean isOpen(Referral referral) {
        return switch (referral.status()) {
            case SUBMITTED, UNDER_REVIEW, ACTION_REQUIRED, REOPENED, ACCEPTED, CONTACTED, MEETING_HELD, PROPOSAL_SENT ->
                true;
            case CONFLICTED, DUPLICATE, DECLINED, WON, LOST, WITHDRAWN, EXPIRED -> false;
        };
    }

    @Override
    public Optional<Referral> find(ReferralId id) {
        return stored.find(id);
    }

    @Override
    public Optional<Loaded<Referral>> load(ReferralId id) {
        return stored.load(id);
    }

    @Override
    public Set<ReferralId> won(Collection<ReferralId> ids) {
        return stored.won(ids);
    }

    @Override
    public Set<ReferralId> submittedBy(String author, Collection<ReferralId> ids) {
        return stored.submittedBy(author, ids);
    }

    @Override
    public Optional<Receipt> receipt(ReferralId id) {
        return stored.receipt(id);
    }

    @Override
    public CompletableFuture<Void> publish(ReferralId id) {
        return stored.publish(id);
    }

    @Override
    public Map<ReferralId, Loaded<Referral>> loadAll(Collection<ReferralId> ids) {
        return stored.loadAll(ids);
    }

    @Override
    public CompletableFuture<Void> publishAll(Collection<ReferralId> ids) {
        return stored.publishAll(ids);
    }
}
