package io.entente.partner.partnership.web;

import io.entente.partner.partnership.Partner;
import io.entente.partner.referrals.PartnerReferral;
import io.entente.partner.referrals.PartnerReferrals;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A referral that is open, with whoever takes care of it.
 *
 * @param direction {@code INBOUND}, from the partner to the firm, or {@code OUTBOUND}
 * @param client the name of the client's organisation
 * @param owner who has to keep its next promise; if no event has named anybody yet, the person who is responsible for the partnership; null
 *     if there is neither
 */
record OpenReferralView(
        String referralId, String direction, String client, String service, Instant since, @Nullable String owner) {

    /** An answer names at most so many. The list of referrals has all. */
    private static final int MAX = 100;

    /** The open referrals of a partner, as far as their events have arrived, the oldest first. */
    static List<OpenReferralView> of(Partner partner, PartnerReferrals referrals) {
        return referrals.open(partner.id().value(), MAX).stream()
                .map(referral -> of(referral, partner.owner().orElse(null)))
                .toList();
    }

    private static OpenReferralView of(PartnerReferral referral, @Nullable String responsible) {
        return new OpenReferralView(
                referral.id(),
                referral.direction() == null ? "INBOUND" : referral.direction(),
                referral.client(),
                referral.service(),
                referral.since(),
                referral.owner() == null ? responsible : referral.owner());
    }
}
