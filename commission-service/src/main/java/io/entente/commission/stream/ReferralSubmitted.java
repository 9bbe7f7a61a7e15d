package io.entente.commission.stream;

import io.entente.commission.forecast.referrals.Stage;
import io.entente.commission.forecast.referrals.TrackedReferral;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of {@code referral.referral-submitted.v1} that are needed to count the referral and to forecast what it earns. */
public record ReferralSubmitted(
        String referralId,
        String partnerId,
        String direction,
        @Nullable ClientNamed client,
        @Nullable Involvement involvement,
        @Nullable MoneyJson expectedValue,
        Instant occurredAt) {

    /** The client, identified by its key. */
    public record ClientNamed(String key, @Nullable String organisation) {}

    /** The referral at its first stage. */
    TrackedReferral tracked(PartnerId partner, ClientNamed named, LocalDate on) {
        String organisation = named.organisation();
        return new TrackedReferral(
                partner,
                referralId,
                named.key(),
                organisation == null ? named.key() : organisation,
                involvement == null ? Involvement.STANDARD : involvement,
                expectedValue == null ? null : expectedValue.toMoney(),
                null,
                List.of(),
                on,
                Stage.SUBMITTED,
                on,
                false);
    }

    /**
     * Whether the partner referred the client to the firm. Referrals in the other direction are not counted for the
     * partner.
     */
    boolean cameIn() {
        return !"OUTBOUND".equals(direction);
    }
}
