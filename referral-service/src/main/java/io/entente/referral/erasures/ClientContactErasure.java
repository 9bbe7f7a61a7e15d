package io.entente.referral.erasures;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.erasures.Erasable;
import io.entente.platform.erasures.Erasure;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Erases the client's contact of a referral. A referral has one contact, so no person is named. */
public final class ClientContactErasure implements Erasable {

    private final Referrals referrals;

    public ClientContactErasure(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public boolean has(Erasure.Subject subject) {
        return subject.person() == null
                && referrals
                        .find(new ReferralId(subject.owner()))
                        .filter(referral -> referral.introduction().client().contact() != null)
                        .isPresent();
    }

    /** No event announces it, because no other service knows the contact. */
    @Override
    public void erase(Erasure.Subject subject, Actor by) {
        Optional<CompletableFuture<Void>> unused = OptimisticRetry.retryOnConflict(
                () -> referrals.load(new ReferralId(subject.owner())).flatMap(loaded -> WithoutContact.of(
                                loaded.state())
                        .map(erased -> referrals.update(loaded, Change.nothing(erased)))));
    }
}
