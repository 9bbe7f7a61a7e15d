package io.entente.referral.attribution.mongo;

import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.matching.ClientIdentity;
import io.entente.referral.attribution.matching.OrganisationName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of an introduction. It contains the organisation, but no personal data.
 *
 * @param key as it was when the introduction was stored; its form may have changed since
 */
record IntroductionDocument(
        String referralId,
        String partnerId,
        String key,
        String organisation,
        @Nullable String domain,
        @Nullable String country,
        Instant at) {

    static IntroductionDocument of(Introduction introduction) {
        ClientIdentity client = introduction.client();
        return new IntroductionDocument(
                introduction.referralId(),
                introduction.partnerId(),
                client.key().value(),
                client.name().value(),
                client.domain(),
                client.country(),
                introduction.at());
    }

    Introduction toIntroduction() {
        return new Introduction(
                referralId, partnerId, ClientIdentity.stored(new OrganisationName(organisation), domain, country), at);
    }
}
