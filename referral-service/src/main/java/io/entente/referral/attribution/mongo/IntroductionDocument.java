package io.entente.referral.attribution.mongo;

import io.entente.platform.names.OrganisationName;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.matching.ClientIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of an introduction. It contains the organisation, but no personal data.
 *
 * @param key as it was when the introduction was stored; its form may have changed since
 * @param written the organisation's name as it was written; absent in documents of earlier versions
 */
record IntroductionDocument(
        String referralId,
        String partnerId,
        String key,
        String organisation,
        @Nullable String written,
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
                client.name().written(),
                client.domain(),
                client.country(),
                introduction.at());
    }

    Introduction toIntroduction() {
        OrganisationName name = OrganisationName.stored(organisation, written);
        return new Introduction(referralId, partnerId, ClientIdentity.stored(name, domain, country), at);
    }
}
