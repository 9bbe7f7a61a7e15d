package io.entente.partner.referrals.mongo;

import io.entente.partner.referrals.PartnerReferral;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a referral.
 *
 * @param openKey the partner and the time by which its open referrals are found in order; absent if the referral isn't open
 */
record PartnerReferralDocument(
        @Id String id,
        long version,
        String partnerId,
        @Nullable String direction,
        String client,
        String service,
        Instant since,
        @Nullable String owner,
        long sequence,
        boolean hasEnded,
        @Nullable Instant wonAt,
        @Nullable Instant resumedAt,
        @Nullable String openKey) {

    /** Not part of an id, so a partner's keys are one range. */
    private static final String SEPARATOR = "|";

    static PartnerReferralDocument of(PartnerReferral referral) {
        return new PartnerReferralDocument(
                referral.id(),
                referral.version(),
                referral.partnerId(),
                referral.direction(),
                referral.client(),
                referral.service(),
                referral.since(),
                referral.owner(),
                referral.sequence(),
                referral.hasEnded(),
                referral.wonAt(),
                referral.resumedAt(),
                referral.isOpen() ? firstKey(referral.partnerId()) + referral.since() : null);
    }

    /** Sorts before every open referral of the partner. */
    static String firstKey(String partnerId) {
        return partnerId + SEPARATOR;
    }

    /** Sorts after every open referral of the partner. */
    static String lastKey(String partnerId) {
        return firstKey(partnerId) + "~";
    }

    PartnerReferral toReferral() {
        return new PartnerReferral(
                id, version, partnerId, direction, client, service, since, owner, sequence, hasEnded, wonAt, resumedAt);
    }
}
